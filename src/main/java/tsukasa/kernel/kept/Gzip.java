package tsukasa.kernel.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Compressed bytes, and who takes them.
public final class Gzip {
    private static final Pattern REFUSED = Pattern.compile(".*gzip;q=0(\\.0*)?(,.*)?");

    private Gzip() {}

    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(64, plain.length / 4));
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 8_192)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param accepted the header `Accept-Encoding`
    public static boolean taken(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        if (accepted.equals("gzip")) {
            return true;
        }
        String plain = accepted.replace(" ", "").toLowerCase(Locale.ROOT);
        return plain.contains("gzip") && !REFUSED.matcher(plain).matches();
    }
}
