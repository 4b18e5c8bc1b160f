package tsukasa.budget;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// What holds for the money of one plan year, as its file says.
///
/// @param forecastMonths how many of the latest months a forecast goes on from
/// @param units          収益化単位: the pieces of work whose use of the operating grant is followed
public record MoneyRules(
        String plan,
        int forecastMonths,
        GrantWarning warning,
        List<RevenueUnit> units,
        Optional<BorrowingLimit> borrowing,
        List<EfficiencyTarget> targets,
        List<Exclusion> exclusions) {
    public MoneyRules {
        units = List.copyOf(units);
        targets = List.copyOf(targets);
        exclusions = List.copyOf(exclusions);
    }

    /// For a plan that has no such file: nothing is watched, and nothing may be borrowed.
    public static MoneyRules none(String plan) {
        return new MoneyRules(
                plan,
                3,
                new GrantWarning(Fraction.ONE, Yen.ofMillions(1_000_000)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// Warns when more than a share of what was granted, or more than an amount, would be left at the year's end.
    public record GrantWarning(Fraction share, Yen amount) {
        public boolean warns(Yen granted, Yen left) {
            return left.compareTo(amount) > 0 || left.compareTo(granted.times(share)) > 0;
        }
    }

    /// @param granted its part of the segment's grant; empty: all of it
    public record RevenueUnit(String id, String account, String segment, Text title, Optional<Yen> granted) {}

    public record BorrowingLimit(Place place, long yen) {}

    /// @param cut how much less than the year before, `3/100`
    public record EfficiencyTarget(String id, Place place, Text title, Fraction cut) {}

    /// What the plan takes out before the cut is computed.
    public record Exclusion(String id, Text title, Text meaning) {}
}
