package tsukasa.plan;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
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
        indicators = List.copyOf(indicators);
        items = new Outline(items, indicators);
        targets = List.copyOf(targets);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    public record Department(String id, Text title) {}

    /// The items, with what is asked of them over and over found once, because a plan never changes.
    private static final class Outline extends AbstractList<PlanItem> implements RandomAccess {
        private final List<PlanItem> items;
        private final Map<String, PlanItem> byPlace = new HashMap<>();
        private final Map<String, PlanItem> byAddress = new HashMap<>();
        private final List<PlanItem> measures;
        private final Map<String, List<PlanItem>> measuresOf;
        private final List<PlanItem> evaluated;

        Outline(List<PlanItem> items, List<Indicator> indicators) {
            this.items = List.copyOf(items);
            for (PlanItem item : this.items) {
                byPlace.putIfAbsent(item.place().value(), item);
                byAddress.putIfAbsent(item.place().slug(), item);
                byAddress.putIfAbsent(item.place().value(), item);
            }
            this.measures = this.items.stream()
                    .filter(item -> promises(item, indicators))
                    .toList();
            this.measuresOf = measures.stream()
                    .filter(item -> departmentOf(item).isPresent())
                    .collect(Collectors.groupingBy(
                            item -> departmentOf(item).orElseThrow(), Collectors.toUnmodifiableList()));
            this.evaluated = this.items.stream()
                    .filter(item -> evaluated(item.place(), indicators))
                    .toList();
        }

        private static boolean promises(PlanItem item, List<Indicator> indicators) {
            return item.level() == PlanItem.Level.MEASURE
                    && item.repeats().isEmpty()
                    && !item.none()
                    && !item.place().annex()
                    && indicators.stream()
                            .noneMatch(indicator -> indicator.place().within(item.place()));
        }

        private Optional<String> departmentOf(PlanItem item) {
            for (Place next = item.place(); next != null; next = next.parent()) {
                Optional<String> found =
                        Optional.ofNullable(byPlace.get(next.value())).flatMap(PlanItem::department);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private static boolean evaluated(Place place, List<Indicator> indicators) {
            boolean byIndicators = indicators.stream()
                    .anyMatch(indicator -> indicator.section().equals(place));
            boolean above = indicators.stream()
                    .anyMatch(indicator -> indicator.section().within(place));
            return byIndicators || atTop(place) && !above;
        }

        private static boolean atTop(Place place) {
            return place.parent() == null && !place.annex() && !place.value().equals("0");
        }

        @Override
        public PlanItem get(int index) {
            return items.get(index);
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    /// Made in the constructor, so the cast holds.
    private Outline outline() {
        return (Outline) items;
    }

    /// The 17 thresholds of FY2021: each indicator's, in order.
    public List<Threshold> thresholds() {
        return indicators.stream().flatMap(i -> i.thresholds().stream()).toList();
    }

    /// What a service could fulfil and a department reports on. A repetition is promised elsewhere; the places of
    /// indicators and of the money tables state figures.
    public boolean promises(PlanItem item) {
        return Outline.promises(item, indicators);
    }

    /// Each promise once, in document order.
    public List<PlanItem> measures() {
        return outline().measures;
    }

    /// Who answers for it: its own department, or that of the nearest item above which has one.
    public Optional<String> departmentOf(PlanItem item) {
        return outline().departmentOf(item);
    }

    /// What a department answers for, in document order.
    public List<PlanItem> measuresOf(String department) {
        return outline().measuresOf.getOrDefault(department, List.of());
    }

    /// 評価項目: what gets a grade of its own. The sections that indicators belong to, and in document order every
    /// other section at the top; the preamble and the annexes promise nothing that is graded.
    public List<PlanItem> evaluated() {
        return outline().evaluated;
    }

    public Optional<Threshold> threshold(String id) {
        return thresholds().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /// What a frozen count says of a threshold: a share of nothing is no share, not even none.
    public Optional<Fraction> closedValue(String threshold, FrozenCount count) {
        boolean share = threshold(threshold).map(t -> t.unit().ratio()).orElse(false);
        return share && count.rows() == 0 ? Optional.empty() : count.value();
    }

    public Optional<PlanItem> item(Place place) {
        return Optional.ofNullable(outline().byPlace.get(place.value()));
    }

    /// By the address of its place, `1-1-1-2-2-a`, or as the plan writes it.
    public Optional<PlanItem> itemAt(String place) {
        return Optional.ofNullable(outline().byAddress.get(place));
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
