package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// An evaluation indicator as read from the text, before a person gives it an id, a unit and a counting query.
///
/// @param section the place whose evaluation it belongs to
/// @param title   in the words of the plan
public record FoundIndicator(
        Place place,
        Place section,
        int line,
        String title,
        Set<Indicator.Flag> flags,
        List<Target> targets,
        List<Reference> references) {
    public FoundIndicator {
        flags = Set.copyOf(flags);
        targets = List.copyOf(targets);
        references = List.copyOf(references);
    }

    /// One threshold; all of an indicator must be met.
    ///
    /// @param statement the clause it was read from
    /// @param value     the number as printed: 70 for ７０％, 2/3 for ３分の２
    /// @param unit      the counter as printed, `社`; empty for a bare fraction
    /// @param readings  what was assumed because the plan does not say it
    public record Target(
            String statement, Threshold.Comparator comparator, Fraction value, String unit, List<Text> readings) {
        public Target {
            readings = List.copyOf(readings);
        }
    }

    /// 参考値, 基準値: printed for comparison.
    public record Reference(String statement, Optional<Fraction> value, String unit) {}
}
