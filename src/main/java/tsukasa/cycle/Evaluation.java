package tsukasa.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// 評定: what somebody found of one item of a plan, with every version of it.
///
/// @param section   the item, or [#OVERALL] for the whole plan
/// @param revision  counted from 1; whoever saves says which one they read
/// @param revisions the first one first; the last one holds
public record Evaluation(
        long id, String plan, Place section, Kind kind, State state, int revision, List<Revision> revisions) {
    /// 総合評定
    public static final Place OVERALL = new Place("overall");

    /// 「―」: nothing happened that could be graded.
    public static final String NOT_GRADED = "―";

    public Evaluation {
        revisions = List.copyOf(revisions);
    }

    public enum Kind {
        SELF("自己評価", "Self-evaluation"),
        MINISTER("主務大臣評価", "Minister's evaluation");

        private final Text title;

        Kind(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        DRAFT("下書き", "Draft"),
        SUBMITTED("承認待ち", "Waiting for approval"),
        RETURNED("差戻し", "Returned"),
        APPROVED("確定", "Final"),
        REOPENED("再開", "Reopened");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        /// Whether its words may be changed.
        public boolean open() {
            return this == DRAFT || this == RETURNED || this == REOPENED;
        }
    }

    /// What a person writes; the grade is theirs alone.
    ///
    /// @param grade       one of the rules', or [#NOT_GRADED], or empty in a draft
    /// @param reason      評定の根拠
    /// @param response    課題と対応
    /// @param improvement 改善方策: asked for below the standard
    public record Words(String grade, String reason, String response, String improvement) {
        public static final Words NONE = new Words("", "", "", "");
    }

    /// @param suggested what the rules suggested when it was written; never what decides
    /// @param closing   the closing its figures came from, unless the year still ran
    /// @param why       the reason for returning or reopening
    public record Revision(
            int number,
            State became,
            Words words,
            Optional<String> suggested,
            Optional<Long> closing,
            Optional<String> why,
            UUID by,
            String byName,
            Instant at) {}

    public Revision latest() {
        return revisions.getLast();
    }

    public Words words() {
        return latest().words();
    }
}
