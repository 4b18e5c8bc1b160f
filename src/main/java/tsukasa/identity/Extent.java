package tsukasa.identity;

import tsukasa.kernel.Text;

/// How far a delegate may go, each step including those before it.
public enum Extent {
    READ("内容を見る", "Read"),
    PREPARE("内容を見て、下書きを作る", "Read and prepare"),
    SUBMIT("下書きを作り、提出する", "Prepare and submit");

    private final Text title;

    Extent(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }

    public boolean includes(Extent wanted) {
        return compareTo(wanted) >= 0;
    }
}
