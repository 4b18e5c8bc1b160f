package tsukasa.myjvn.hnd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/// Answers as they are sent, compressed, so that the same question is not worked out twice; those that nobody asked for
/// the longest go first.
@Component
class KeptAnswers {
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /// A question with all that its answer depends on.
    record Question(long mark, long other, LocalDate today, Map<String, String> parameters) {
        /// Tells this answer from others to the same address.
        String tag() {
            return mark + "-" + other + "-" + today + "-" + Integer.toHexString(parameters.hashCode());
        }
    }

    private final Map<Question, byte[]> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long size;

    byte[] packed(Question key, Supplier<byte[]> made) {
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] fresh = pack(made.get());
        synchronized (kept) {
            if (kept.putIfAbsent(key, fresh) == null) {
                size += fresh.length;
            }
            var eldest = kept.entrySet().iterator();
            while (size > MOST_BYTES && eldest.hasNext()) {
                size -= eldest.next().getValue().length;
                eldest.remove();
            }
        }
        return fresh;
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
