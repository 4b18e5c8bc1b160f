package tsukasa.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// One target value of an indicator.
///
/// @param id       `SEC-2.a`
/// @param asOf     the day for which a stock is counted; for a flow, the last day of its period
/// @param scope    limits in words, such as the 36 prefectures outside the three metropolitan areas
/// @param readings assumptions made where the plan is silent, e.g. "no 以上 printed; read as at least"
public record Threshold(
        String id,
        Text title,
        Kind kind,
        Unit unit,
        Comparator comparator,
        Fraction target,
        LocalDate from,
        LocalDate asOf,
        List<Text> scope,
        List<Text> readings,
        Pace pace,
        CountingQuery query) {
    public Threshold {
        scope = List.copyOf(scope);
        readings = List.copyOf(readings);
    }

    public enum Kind {
        /// What exists on a day.
        STOCK,
        /// What happened in a period.
        FLOW,
        /// How much a stock grew in a period.
        STOCK_INCREASE,
        /// A share of counted rows.
        RATIO,
        /// A share of survey answers; no pace before the survey.
        SURVEY_SHARE,
        /// Entered by a person with evidence.
        MANUAL
    }

    public enum Comparator {
        AT_LEAST,
        AT_MOST,
        EQUAL;

        public boolean met(Fraction value, Fraction target) {
            return switch (this) {
                case AT_LEAST -> value.compareTo(target) >= 0;
                case AT_MOST -> value.compareTo(target) <= 0;
                case EQUAL -> value.compareTo(target) == 0;
            };
        }
    }

    /// Where the value should stand at each month's end, as a cumulative share of the way from start to target in
    /// per cent, April first; a flat pace (`100` twelve times) for a share that should hold all year.
    ///
    /// @param start the stock at the start of the year, if the way does not begin at zero
    public record Pace(List<Integer> percentByMonth, Optional<Long> start, Text reason) {
        public Pace {
            percentByMonth = List.copyOf(percentByMonth);
        }
    }
}
