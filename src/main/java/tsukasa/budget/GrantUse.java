package tsukasa.budget;

import java.util.Optional;
import tsukasa.kernel.Text;

/// The operating grant of one 収益化単位, exact. Absent is not entered yet.
///
/// @param granted  its part of the segment's grant in the plan's budget
/// @param received of the segment, divided in the same proportion
/// @param used     paid from it over the months that are whole
/// @param forecast of what is used by the end of the year
/// @param left     of the granted at the year's end; negative when it does not suffice
public record GrantUse(
        String unit,
        String account,
        String segment,
        Text segmentTitle,
        Text title,
        Yen granted,
        Optional<Yen> received,
        Optional<Yen> used,
        Optional<Yen> forecast,
        Optional<Yen> left,
        Alarm alarm) {
    public enum Alarm {
        NOT_YET("集計前", "Not yet"),
        NONE("見込みどおり", "As planned"),
        /// More than the rule allows would not be used.
        UNUSED("不用額のおそれ", "May stay unused"),
        /// More would be used than there is.
        SHORT("不足のおそれ", "May fall short");

        private final Text title;

        Alarm(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }
}
