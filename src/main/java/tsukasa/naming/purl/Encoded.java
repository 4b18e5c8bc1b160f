package tsukasa.naming.purl;

import tsukasa.kernel.Percent;

/// Percent signs of package URLs: all but letters, digits and `.-_~:` are encoded, in upper case.
final class Encoded {
    private static final String PLAIN = ".-_~:";

    private Encoded() {}

    static String decode(String text, int offset) {
        return switch (Percent.decode(text)) {
            case Percent.Plain(String plain) -> controlled(plain, offset);
            case Percent.Unfinished(int at) ->
                throw new NotAUrl("% の後には 16 進数 2 桁が要ります", "Two hexadecimal digits must follow %", offset + at);
            case Percent.NoText _ -> throw new NotAUrl("UTF-8 として読めません", "Not UTF-8", offset);
        };
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
        Percent.encode(out, text, slashes ? PLAIN + '/' : PLAIN);
    }
}
