package tsukasa.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Sha256;

/// The one sequence of bytes that stands for some values: each with its length before it, so that no two sequences of
/// values look the same; what is absent has the length -1.
final class Canonical {
    private ByteBuffer bytes = ByteBuffer.allocate(1024);

    /// @param form what this is, and in which version of its form
    Canonical(String form) {
        add(form);
    }

    Canonical add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    Canonical add(byte @Nullable [] value) {
        if (value == null) {
            room(Integer.BYTES).putInt(-1);
        } else {
            room(Integer.BYTES + value.length).putInt(value.length).put(value);
        }
        return this;
    }

    Canonical add(long number) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
        return this;
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            int larger = Math.max(bytes.capacity() * 2, bytes.position() + needed);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), larger)).position(bytes.position());
        }
        return bytes;
    }

    byte[] sha256() {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes.array(), 0, bytes.position());
        return digest.digest();
    }
}
