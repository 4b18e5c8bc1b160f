package tsukasa.watching;

import tsukasa.kernel.Text;

/// メールで知らせる: when letters about a list are written.
public enum Letters {
    AT_ONCE("すぐに", "At once"),
    DAILY("1日1回まとめて", "Once a day"),
    NEVER("送らない", "Never");

    private final Text title;

    Letters(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
