package tsukasa.cycle;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// インプット: what an evaluated item cost, asked of whoever keeps the money. Absent is not zero.
public interface YearMoney {
    /// One for each year known, the latest last; empty where no budget is the item's own.
    List<Inputs> of(Plan plan, Place section);

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
