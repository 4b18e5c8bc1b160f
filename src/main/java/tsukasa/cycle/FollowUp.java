package tsukasa.cycle;

import java.time.Instant;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// 上期フォローアップ: what a department says of one measure at the end of September, and what it expects by March.
///
/// @param number  counted from 1; each saving makes the next
/// @param outcome アウトカムの実績
public record FollowUp(
        String plan,
        Place place,
        int number,
        Progress progress,
        Outlook outlook,
        String words,
        String outcome,
        UUID by,
        String byName,
        Instant at) {
    public enum Progress {
        AHEAD("予定より進んでいる", "Ahead of plan"),
        AS_PLANNED("予定どおり", "As planned"),
        BEHIND("遅れている", "Behind"),
        NOT_BEGUN("未着手", "Not begun"),
        DONE("完了した", "Done");

        private final Text title;

        Progress(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum Outlook {
        WILL_BE_REACHED("年度末までに達成できる", "Will be reached"),
        AT_RISK("追加の取組が必要", "Needs more than planned"),
        WILL_NOT_BE_REACHED("達成できない", "Will not be reached");

        private final Text title;

        Outlook(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        /// Whether something must be done in the second half.
        public boolean needsAction() {
            return this != WILL_BE_REACHED;
        }
    }
}
