package tsukasa.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Fraction;

/// Where the thresholds of a plan stand, in the plan's order.
public interface PlanProgress {
    /// As of today, or of the last day of the plan's year once that is over; empty for a plan that is not on the shelf.
    List<ThresholdStanding> standings(String planId);

    /// As of a day, and by what was known then if the viewpoint says so.
    List<ThresholdStanding> standings(Plan plan, Viewpoint viewpoint);

    /// One indicator's alone, without counting the others.
    List<ThresholdStanding> standings(Plan plan, Indicator indicator, Viewpoint viewpoint);

    /// The same as of today, with every value counted anew: for measuring, and to check the cache.
    List<ThresholdStanding> recount(String planId);

    /// By threshold: the day before its period and each month's end, the day itself in the place of its own month's.
    /// After the day there is only what is expected.
    Map<String, List<Point>> histories(Collection<Threshold> thresholds, Viewpoint viewpoint);

    /// The day these figures stand for unless another is asked for: today, within the plan's year.
    LocalDate today(Plan plan);

    /// @param expected by the plan's pace
    record Point(LocalDate day, Optional<Fraction> value, Optional<Fraction> expected) {}
}
