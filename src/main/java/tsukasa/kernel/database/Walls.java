package tsukasa.kernel.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says on whose behalf the database is asked. Every transaction begins with it ([WalledTransactions]); outside of
/// transactions, and for whoever said nothing, one is nobody, and confidential rows are not there.
///
/// A request begins as nobody and becomes its visitor when that is known. What the platform does by itself, for
/// everybody or for nobody, runs under a name, in `as` or with `@Acts`.
public final class Walls {
    /// Counts what plans promise: reads what is published, and results before they are approved, but gives out numbers.
    public static final String COUNTING = "counting";

    /// Reads what has stood in a register, for anybody.
    public static final String REGISTER = "register";

    private static final ThreadLocal<Acting> PRESENT = ThreadLocal.withInitial(() -> Acting.NOBODY);

    private Walls() {}

    public static Acting present() {
        return PRESENT.get();
    }

    /// For whoever answers requests: this thread acts for nobody but these from now on.
    public static void enter(Acting acting) {
        PRESENT.set(acting);
    }

    /// Holds for transactions that begin within, and for the one that runs already; afterwards it is as before.
    public static <T> T as(Acting acting, Supplier<T> work) {
        return during(acting, work::get);
    }

    public static <T> T as(String actor, Supplier<T> work) {
        return as(Acting.as(actor), work);
    }

    /// The actor besides whoever is there.
    public static <T> T also(String actor, Supplier<T> work) {
        return as(present().and(actor), work);
    }

    interface Work<T extends @Nullable Object, E extends Throwable> {
        T run() throws E;
    }

    static <T extends @Nullable Object, E extends Throwable> T during(Acting acting, Work<T, E> work) throws E {
        Acting before = PRESENT.get();
        if (before.equals(acting)) {
            return work.run();
        }
        PRESENT.set(acting);
        boolean done = false;
        try {
            WallStore.sayInPresent(acting);
            T answer = work.run();
            done = true;
            return answer;
        } finally {
            PRESENT.set(before);
            if (done) {
                WallStore.sayInPresent(before);
            } else {
                WallStore.sayIfPossible(before);
            }
        }
    }
}
