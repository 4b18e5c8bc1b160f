package tsukasa.kernel;

/// The same words in Japanese and in English; neither may be blank.
public record Text(String ja, String en) {
    public Text {
        if (ja.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs words in both languages: ja=«" + ja + "» en=«" + en + "»");
        }
    }

    public static Text of(String ja, String en) {
        return new Text(ja, en);
    }

    /// Words that are the same in both languages, such as a proper name.
    public static Text same(String both) {
        return new Text(both, both);
    }

    public String in(Language language) {
        return switch (language) {
            case JA -> ja;
            case EN -> en;
        };
    }
}
