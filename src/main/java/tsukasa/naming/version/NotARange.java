package tsukasa.naming.version;

import tsukasa.kernel.Text;

/// Carries a refusal out of the readers of ranges, without a stack.
final class NotARange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;
    private final int at;

    NotARange(String ja, String en, int at) {
        super(en, null, false, false);
        this.why = Text.of(ja, en);
        this.at = at;
    }

    Text why() {
        return why;
    }

    int at() {
        return at;
    }
}
