package tsukasa.tools;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tsukasa.kernel.Text;

/// Whom a tool is made for.
public enum Audience {
    DEVELOPERS("開発者", "Developers"),
    OPERATORS("運用者", "Operators"),
    USERS("利用者", "End users");

    private final Text word;

    Audience(String ja, String en) {
        this.word = Text.of(ja, en);
    }

    public Text word() {
        return word;
    }

    /// As addresses and JSON write it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> read(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
