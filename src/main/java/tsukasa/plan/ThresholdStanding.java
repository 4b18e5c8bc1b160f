package tsukasa.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// Where one threshold stands on a day: counted value, expected pace, forecast, and the status that follows from them.
///
/// @param value    empty when nothing is counted yet, or it cannot be
/// @param expected where the plan's pace would have it on that day; empty while nothing is expected
/// @param problem  why it cannot be counted
/// @param link     the page with its rows
public record ThresholdStanding(
        Indicator indicator,
        Threshold threshold,
        LocalDate asOf,
        Optional<Fraction> value,
        Optional<Fraction> expected,
        Optional<Forecast> forecast,
        Status status,
        Optional<Count.Uncountable> problem,
        String link) {

    /// The published rule: nobody sets a status by hand.
    public enum Status {
        /// 達成
        REACHED("達成", "Reached"),
        /// 順調
        ON_TRACK("順調", "On track"),
        /// やや遅れ
        BEHIND("やや遅れ", "Slightly behind"),
        /// 未達のおそれ
        AT_RISK("未達のおそれ", "At risk"),
        /// 集計前
        NOT_YET("集計前", "Not counted yet"),
        /// The definition cannot be run; says nothing about the result.
        UNCOUNTABLE("数えられません", "Cannot be counted");

        private final Text title;

        Status(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        /// An indicator stands where the worst of its thresholds stands: all must be met.
        public static Status together(Collection<Status> each) {
            return Stream.of(UNCOUNTABLE, AT_RISK, BEHIND, NOT_YET, ON_TRACK, REACHED)
                    .filter(each::contains)
                    .findFirst()
                    .orElse(NOT_YET);
        }
    }

    /// @param value  exact, for the day of the target
    /// @param low    the same method with the slowest of the months it rests on
    /// @param high   and with the fastest
    /// @param method named, so that a reader can repeat it
    public record Forecast(Fraction value, Fraction low, Fraction high, Text method) {}

    public Fraction target() {
        return threshold.target();
    }

    public Unit unit() {
        return threshold.unit();
    }

    /// Value less expected pace; negative when behind.
    public Optional<Fraction> gap() {
        return value.flatMap(v -> expected.map(v::minus));
    }

    /// Value ÷ target, for drawing and for grading rules.
    public Optional<Fraction> achievement() {
        return target().isZero() ? Optional.empty() : value.map(v -> v.dividedBy(target()));
    }

    public Optional<Fraction> forecastAchievement() {
        return target().isZero()
                ? Optional.empty()
                : forecast.map(f -> f.value().dividedBy(target()));
    }
}
