package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;

/// 年度計画: one annual plan as published by its package, complete and validated.
///
/// @param id      the package's folder name and its address, `fy2021`
/// @param digest  SHA-256 over the package's files: two loads with the same digest are the same plan
/// @param items   every section, item and measure in document order; a parent stands before its children
/// @param targets numeric or dated targets that are not evaluation indicators
public record Plan(
        String id,
        FiscalYear year,
        Text title,
        Text agency,
        Text legalBasis,
        String digest,
        List<Department> departments,
        List<PlanItem> items,
        List<Indicator> indicators,
        List<OtherTarget> targets,
        List<MoneyTable> tables,
        Accounts accounts,
        GradingRules grading,
        List<Text> notes) {
    public Plan {
        departments = List.copyOf(departments);
        items = List.copyOf(items);
        indicators = List.copyOf(indicators);
        targets = List.copyOf(targets);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    public record Department(String id, Text title) {}

    /// The 17 thresholds of FY2021: each indicator's, in order.
    public List<Threshold> thresholds() {
        return indicators.stream().flatMap(i -> i.thresholds().stream()).toList();
    }

    public Optional<PlanItem> item(Place place) {
        return items.stream().filter(i -> i.place().equals(place)).findFirst();
    }

    /// By the address of its place, `1-1-1-2-2-a`, or as the plan writes it.
    public Optional<PlanItem> itemAt(String place) {
        return items.stream()
                .filter(i -> i.place().slug().equals(place) || i.place().value().equals(place))
                .findFirst();
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(i -> i.id().equalsIgnoreCase(id)).findFirst();
    }

    public Optional<MoneyTable> table(String id) {
        return tables.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public Optional<Department> department(String id) {
        return departments.stream().filter(d -> d.id().equals(id)).findFirst();
    }
}
