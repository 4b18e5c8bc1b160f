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

    /// What a service could fulfil and a department reports on. A repetition is promised elsewhere; the places of
    /// indicators and of the money tables state figures.
    public boolean promises(PlanItem item) {
        return item.level() == PlanItem.Level.MEASURE
                && item.repeats().isEmpty()
                && !item.none()
                && !item.place().annex()
                && indicators.stream().noneMatch(indicator -> indicator.place().within(item.place()));
    }

    /// Each promise once, in document order.
    public List<PlanItem> measures() {
        return items.stream().filter(this::promises).toList();
    }

    /// Who answers for it: its own department, or that of the nearest item above which has one.
    public Optional<String> departmentOf(PlanItem item) {
        for (Place next = item.place(); next != null; next = next.parent()) {
            Optional<String> found = item(next).flatMap(PlanItem::department);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// What a department answers for, in document order.
    public List<PlanItem> measuresOf(String department) {
        return measures().stream()
                .filter(item -> departmentOf(item).filter(department::equals).isPresent())
                .toList();
    }

    /// 評価項目: what gets a grade of its own. The sections that indicators belong to, and in document order every
    /// other section at the top; the preamble and the annexes promise nothing that is graded.
    public List<PlanItem> evaluated() {
        return items.stream()
                .filter(item -> byIndicators(item.place()) || atTop(item) && !aboveIndicators(item.place()))
                .toList();
    }

    private boolean byIndicators(Place place) {
        return indicators.stream().anyMatch(indicator -> indicator.section().equals(place));
    }

    private boolean aboveIndicators(Place place) {
        return indicators.stream().anyMatch(indicator -> indicator.section().within(place));
    }

    private static boolean atTop(PlanItem item) {
        return item.place().parent() == null
                && !item.place().annex()
                && !item.place().value().equals("0");
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
