package tsukasa.naming.purl;

import tsukasa.kernel.Text;

/// Carries a refusal out of the reader, without a stack.
final class NotAUrl extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;
    private final int at;

    NotAUrl(String ja, String en, int at) {
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
