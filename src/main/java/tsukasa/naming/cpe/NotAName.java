package tsukasa.naming.cpe;

import tsukasa.kernel.Text;

/// Carries a refusal out of the readers; without a stack, since an import meets thousands.
final class NotAName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;
    private final int at;

    NotAName(Text why, int at) {
        super(why.en(), null, false, false);
        this.why = why;
        this.at = at;
    }

    static NotAName character(int at) {
        return new NotAName(Text.of("使えない文字があります", "A character that CPE names do not have"), at);
    }

    static NotAName wildcard(int at) {
        return new NotAName(Text.of("* と ? は値の先頭か末尾にだけ置けます", "* and ? may only begin or end a value"), at);
    }

    Text why() {
        return why;
    }

    int at() {
        return at;
    }
}
