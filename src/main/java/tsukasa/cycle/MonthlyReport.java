package tsukasa.cycle;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// 月次報告: what a department says about one measure in one month; every version of it is kept.
///
/// @param revisions the first one first; the last one holds
public record MonthlyReport(
        long id, String plan, Place place, YearMonth month, State state, int revision, List<Revision> revisions) {
    public MonthlyReport {
        revisions = List.copyOf(revisions);
    }

    public enum State {
        DRAFT("下書き", "Draft"),
        SUBMITTED("報告済", "Reported"),
        /// The planners ask for more.
        RETURNED("差戻し", "Returned");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    /// What a department says of a measure; not what is counted.
    public enum Progress {
        AS_PLANNED("予定どおり", "As planned"),
        BEHIND("遅れている", "Behind"),
        DONE("完了した", "Done"),
        /// この月は予定なし: nothing was planned, nothing has to be said.
        NOTHING("この月は予定なし", "Nothing planned this month");

        private final Text title;

        Progress(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    /// A figure the department wants to be seen; the plan's own targets are counted elsewhere.
    public record Figure(String what, Fraction amount, String unit) {}

    /// @param done    実施したこと
    /// @param trouble 課題: what stands in the way
    /// @param outcome アウトカム: what came of it for those it is for
    public record Words(
            Optional<Progress> progress, String done, String trouble, String outcome, List<Figure> figures) {
        public static final Words NONE = new Words(Optional.empty(), "", "", "", List.of());

        public Words {
            figures = List.copyOf(figures);
        }
    }

    /// @param why what is asked for, where it was returned
    public record Revision(
            int number, State became, Words words, Optional<String> why, UUID by, String byName, Instant at) {}

    public Revision latest() {
        return revisions.getLast();
    }

    public Words words() {
        return latest().words();
    }
}
