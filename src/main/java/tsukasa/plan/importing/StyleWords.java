package tsukasa.plan.importing;

import tsukasa.kernel.Text;

/// What the pages call the numbering styles.
final class StyleWords {
    private StyleWords() {}

    static Text of(String profile) {
        return switch (profile) {
            case "roman" -> Text.same("Ⅰ．１．（１）（１－１）①");
            case "dai" -> Text.same("第1 1. 1-1. (1) A. ア");
            case "official" -> Text.of("公用文（第１ １ （１） ア （ア） ａ）", "Official documents (第１ １ （１） ア （ア） ａ)");
            case "decimal" -> Text.same("1. 1.1 1.1.1 (1) ①");
            case "kanji" -> Text.same("一、 １． （１） イ");
            case "roman-official" -> Text.same("Ⅰ １ （１） ① ア");
            default -> Text.same(profile);
        };
    }
}
