package tsukasa.plan.reading;

import tsukasa.kernel.Text;

/// Writes values so that YAML reads them back unchanged, whatever characters they hold.
final class YamlText {
    private YamlText() {}

    /// In double quotes; what YAML does not allow in a text is left out.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                quoted.append(c == '\u3000' ? '\u3000' : ' ');
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE && c != 0xFEFF
                || c > 0xFFFF;
    }

    /// `{ja: "…", en: "…"}`; words must not be blank on either side.
    static String words(Text text) {
        return "{ja: %s, en: %s}".formatted(quoted(text.ja()), quoted(text.en()));
    }

    static String same(String words) {
        return words(Text.same(words));
    }
}
