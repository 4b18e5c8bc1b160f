package tsukasa.watching.keeping;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tsukasa.watching.WatchRound;

/// Follows part by part, so that others have their turn between two of them, and puts the sums in order afterwards.
@Component
class GoingAround implements WatchRound {
    private final Following following;
    private final Sums sums;

    GoingAround(Following following, Sums sums) {
        this.following = following;
        this.sums = sums;
    }

    @Override
    public Followed follow() {
        return follow(() -> true);
    }

    Followed follow(BooleanSupplier goesOn) {
        sums.countOnce();
        Followed all = Followed.NOTHING;
        int entries = 1;
        while (goesOn.getAsBoolean() && entries > 0) {
            Followed part = following.part();
            entries = part.entries();
            all = all.and(part);
        }
        return all;
    }

    void fold(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean() && sums.fold()) {
            Thread.yield();
        }
    }
}
