package tsukasa.cycle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// インプット: what an evaluated item cost, asked of whoever keeps the money. Absent is not zero.
public interface YearMoney {
    /// For each section one for each year known, the latest last; without those that have no budget of their own.
    Map<Place, List<Inputs>> of(Plan plan, Collection<Place> sections);

    /// In yen.
    ///
    /// @param settlement 決算額, once the year is over
    /// @param executed   so far
    record Inputs(
            FiscalYear year,
            Optional<Long> budget,
            Optional<Long> settlement,
            Optional<Long> executed,
            Optional<Long> personnel) {}
}
