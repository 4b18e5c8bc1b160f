package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Writing;
import tsukasa.vulnerability.Entries;

/// The mark of the database and the day as of a moment ago: one request in a quarter of a second asks for them, the
/// others go without the database.
@Component
class Glance {
    private static final long MOMENT = 250_000_000;
    private final Entries entries;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Seen seen;

    Glance(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    private record Seen(long mark, LocalDate day, long at) {}

    boolean still(long mark, LocalDate day) {
        Seen now = now();
        return now.mark() == mark && now.day().equals(day);
    }

    private Seen now() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < MOMENT) {
            return last;
        }
        if (looking.compareAndSet(false, true)) {
            try {
                return look();
            } finally {
                looking.set(false);
            }
        }
        return last == null ? look() : last;
    }

    private Seen look() {
        long now = System.nanoTime();
        Seen fresh = new Seen(entries.mark(), LocalDate.ofInstant(clock.instant(), Writing.JAPAN), now);
        seen = fresh;
        return fresh;
    }

    void forget() {
        seen = null;
    }
}
