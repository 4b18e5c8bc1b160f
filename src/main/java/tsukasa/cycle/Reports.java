package tsukasa.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// Do: departments report on each of their measures, month by month.
public interface Reports {
    /// How many measures of each department have been reported, by month.
    Map<String, Map<YearMonth, Integer>> matrix(Plan plan);

    Optional<MonthlyReport> find(Plan plan, Place place, YearMonth month);

    /// All of a month.
    List<MonthlyReport> of(Plan plan, YearMonth month);

    /// What stands reported in a plan, April first.
    List<DoneInMonth> done(Plan plan);

    /// All about one measure, April first.
    List<MonthlyReport> about(Plan plan, Place place);

    /// The last day on which a report of that month is in time.
    LocalDate due(YearMonth month);

    /// Why nothing of that month can be written: it has not begun, or its period is closed.
    Optional<CycleOutcome> locked(Plan plan, YearMonth month);

    /// Keeps a draft.
    ///
    /// @param read the revision the writer had before them, 0 for none: if another came since, nothing is written
    CycleOutcome write(Plan plan, Place place, YearMonth month, Words words, int read, Visitor by);

    CycleOutcome submit(Plan plan, Place place, YearMonth month, Words words, int read, Visitor by);

    /// Nothing was planned for any of these; those already begun are left as they are.
    ///
    /// @return how many were reported
    int nothingPlanned(Plan plan, List<Place> places, YearMonth month, Visitor by);

    CycleOutcome giveBack(Plan plan, Place place, YearMonth month, int read, String why, Visitor by);

    /// What one report says was done, and came of it, as it stands.
    record DoneInMonth(Place place, YearMonth month, String done, String outcome) {}
}
