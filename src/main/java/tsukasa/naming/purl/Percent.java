package tsukasa.naming.purl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent signs of package URLs: all but letters, digits and `.-_~:` are encoded, in upper case.
final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    static String decode(String text, int offset) {
        if (text.indexOf('%') < 0) {
            return controlled(text, offset);
        }
        var in = text.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(in.length);
        for (var at = 0; at < in.length; at++) {
            if (in[at] != '%') {
                out.put(in[at]);
                continue;
            }
            var high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
            var low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new NotAUrl("% の後には 16 進数 2 桁が要ります", "Two hexadecimal digits must follow %", offset + at);
            }
            out.put((byte) (high * 16 + low));
            at += 2;
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
            return controlled(decoded, offset);
        } catch (CharacterCodingException broken) {
            throw new NotAUrl("UTF-8 として読めません", "Not UTF-8", offset);
        }
    }

    private static String controlled(String text, int offset) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) == 127) {
                throw new NotAUrl("制御文字があります", "A control character", offset);
            }
        }
        return text;
    }

    static void encode(StringBuilder out, String text, boolean slashes) {
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var sign = (char) (octet & 0xff);
            if (plain(sign) || slashes && sign == '/') {
                out.append(sign);
            } else {
                out.append('%').append(HEX[sign >> 4]).append(HEX[sign & 15]);
            }
        }
    }

    private static boolean plain(char sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || ".-_~:".indexOf(sign) >= 0;
    }
}
