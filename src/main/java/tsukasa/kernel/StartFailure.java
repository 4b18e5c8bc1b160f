package tsukasa.kernel;

import org.jspecify.annotations.Nullable;

/// Stands in the way of a start: what it is and where, and what to do about it. Printed without a stack trace.
public class StartFailure extends RuntimeException {
    private final Text what;
    private final Text next;

    public StartFailure(Text what, Text next, @Nullable Throwable cause) {
        super(what.en(), cause);
        this.what = what;
        this.next = next;
    }

    public final Text what() {
        return what;
    }

    public final Text next() {
        return next;
    }
}
