package tsukasa.plan;

import java.util.Optional;
import tsukasa.kernel.Text;

/// Where a clause of a plan comes from, or what became of one that is gone.
///
/// @param plan     the later plan, `fy2022`
/// @param place    where it stands there; empty when it was dropped
/// @param fromPlan the plan it was written from
/// @param from     where it stood there; empty when it is new
/// @param reason   why it was reworded, dropped or added
public record ClauseTrace(
        String plan, Optional<Place> place, String fromPlan, Optional<Place> from, Fate fate, String reason) {
    public enum Fate {
        KEPT("継続", "Kept"),
        REWORDED("見直し", "Revised"),
        ADDED("新規", "New"),
        DROPPED("廃止", "Dropped");

        private final Text title;

        Fate(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }
}
