package tsukasa.myjvn.hnd;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Entries;

/// The mark of the database as of a moment ago: one request in a quarter of a second asks for it, the others go without
/// the database.
@Component
class Glance {
    private static final long MOMENT = 250_000_000;
    private final Entries entries;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Seen seen;

    Glance(Entries entries) {
        this.entries = entries;
    }

    private record Seen(long mark, long at) {}

    long mark() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < MOMENT) {
            return last.mark();
        }
        if (looking.compareAndSet(false, true)) {
            try {
                return look();
            } finally {
                looking.set(false);
            }
        }
        return last == null ? look() : last.mark();
    }

    private long look() {
        long now = System.nanoTime();
        long mark = entries.mark();
        seen = new Seen(mark, now);
        return mark;
    }

    void forget() {
        seen = null;
    }
}
