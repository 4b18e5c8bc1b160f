package tsukasa.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of UTF-8 (RFC 3986 §2.1), in upper case, with letters and digits always as they are.
public final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    public sealed interface Decoded {}

    public record Plain(String text) implements Decoded {}

    /// A percent sign without two hexadecimal digits.
    ///
    /// @param at where it stands, in octets
    public record Unfinished(int at) implements Decoded {}

    /// What was encoded is no UTF-8.
    public record NoText() implements Decoded {}

    public static Decoded decode(String text) {
        if (text.indexOf('%') < 0) {
            return new Plain(text);
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int at = 0; at < in.length; at++) {
            if (in[at] != '%') {
                out.put(in[at]);
                continue;
            }
            int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
            int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return new Unfinished(at);
            }
            out.put((byte) (high * 16 + low));
            at += 2;
        }
        try {
            return new Plain(
                    StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
        } catch (CharacterCodingException broken) {
            return new NoText();
        }
    }

    /// @param plain which signs stay as they are, besides letters and digits
    public static void encode(StringBuilder out, String text, String plain) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (octet & 0xff);
            boolean stays = sign >= 'a' && sign <= 'z'
                    || sign >= 'A' && sign <= 'Z'
                    || sign >= '0' && sign <= '9'
                    || plain.indexOf(sign) >= 0;
            if (stays) {
                out.append(sign);
            } else {
                out.append('%').append(HEX[sign >> 4]).append(HEX[sign & 15]);
            }
        }
    }
}
