package tsukasa.cycle.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.cycle.PlanDraft;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Accounts;
import tsukasa.plan.Indicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;
import tsukasa.plan.Threshold.Pace;

/// Indicators, other targets and money tables of a drafted plan.
final class DraftedFigures {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private final Plan base;
    private final PlanDraft draft;
    private final Map<Place, Place> moved;
    private final boolean undecidedStand;

    /// @param moved          places of the base that are still there, with where they stand now
    /// @param undecidedStand money tables that nobody has decided on yet are there, as they were
    DraftedFigures(Plan base, PlanDraft draft, Map<Place, Place> moved, boolean undecidedStand) {
        this.base = base;
        this.draft = draft;
        this.moved = moved;
        this.undecidedStand = undecidedStand;
    }

    private int years() {
        return draft.year().year() - base.year().year();
    }

    List<Indicator> indicators() {
        List<Indicator> left = new ArrayList<>();
        for (Indicator indicator : base.indicators()) {
            Optional<Place> place = Optional.ofNullable(moved.get(indicator.place()));
            Optional<Place> section = Optional.ofNullable(moved.get(indicator.section()));
            if (place.isPresent() && section.isPresent()) {
                left.add(new Indicator(
                        indicator.id(),
                        place.get(),
                        section.get(),
                        indicator.title(),
                        indicator.definition(),
                        indicator.department(),
                        indicator.flags(),
                        indicator.thresholds().stream().map(this::threshold).toList(),
                        indicator.references(),
                        indicator.quality()));
            }
        }
        return left;
    }

    private Threshold threshold(Threshold before) {
        Optional<PlanDraft.Target> written = draft.targets().stream()
                .filter(target -> target.threshold().equals(before.id()))
                .findFirst();
        Fraction target = written.map(PlanDraft.Target::target).orElse(before.target());
        Pace pace = years() == 0
                ? before.pace()
                : new Pace(
                        before.pace().percentByMonth(),
                        Optional.empty(),
                        before.pace().reason());
        return new Threshold(
                before.id(),
                before.title(),
                before.kind(),
                before.unit(),
                before.comparator(),
                target,
                before.from().plusYears(years()),
                before.asOf().plusYears(years()),
                before.scope(),
                before.readings(),
                pace,
                before.query());
    }

    /// An item names only indicators that there are.
    List<PlanItem> withoutLostIndicators(List<PlanItem> items) {
        Set<String> left = indicators().stream().map(Indicator::id).collect(Collectors.toSet());
        return items.stream()
                .map(item -> new PlanItem(
                        item.place(),
                        item.level(),
                        item.title(),
                        item.department(),
                        item.service(),
                        item.outcome(),
                        item.repeats(),
                        item.indicators().stream().filter(left::contains).toList(),
                        item.rows(),
                        item.none()))
                .toList();
    }

    List<OtherTarget> targets() {
        List<OtherTarget> left = new ArrayList<>();
        for (OtherTarget target : base.targets()) {
            List<Place> places = target.places().stream()
                    .flatMap(place -> Optional.ofNullable(place.annex() ? place : moved.get(place)).stream())
                    .filter(place -> !place.annex() || annexPlaces().contains(place))
                    .toList();
            if (!places.isEmpty()) {
                left.add(new OtherTarget(
                        target.id(),
                        places,
                        target.title(),
                        target.comparator(),
                        day(target.value()),
                        target.unit(),
                        target.note()));
            }
        }
        return left;
    }

    /// What was due within the base's year is due a year later; what was due after it, is due when it was.
    private String day(String value) {
        return DAY.matcher(value).replaceAll(found -> {
            LocalDate day = LocalDate.parse(found.group());
            return base.year().contains(day) ? day.plusYears(years()).toString() : found.group();
        });
    }

    /// For an amendment as they are unless written anew; for another year only those that somebody has taken over.
    List<MoneyTable> tables() {
        List<MoneyTable> left = new ArrayList<>();
        for (MoneyTable table : base.tables()) {
            Optional<PlanDraft.Figures> written = draft.tables().stream()
                    .filter(figures -> figures.table().equals(table.id()))
                    .findFirst();
            if (written.isPresent() && written.get().taken()) {
                left.add(with(table, written.get().cells()));
            } else if (written.isEmpty() && (years() == 0 || undecidedStand)) {
                left.add(table);
            }
        }
        return left;
    }

    static MoneyTable with(MoneyTable table, List<String> cells) {
        List<MoneyTable.Row> rows = new ArrayList<>();
        int next = 0;
        for (MoneyTable.Row row : table.rows()) {
            List<Cell> line = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                line.add(cell(cells.get(next++)));
            }
            rows.add(new MoneyTable.Row(row.code(), row.label(), row.depth(), line));
        }
        return new MoneyTable(
                table.id(), table.kind(), table.account(), table.title(), table.columns(), rows, table.notes());
    }

    private static Cell cell(String written) {
        return switch (written) {
            case "nil" -> new Cell.Nil();
            case "blank" -> new Cell.Blank();
            default -> new Cell.Figure(Long.parseLong(written));
        };
    }

    static String written(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> String.valueOf(millions);
            case Cell.Nil nil -> "nil";
            case Cell.Blank blank -> "blank";
        };
    }

    private Set<Place> annexPlaces() {
        return annexes().stream().map(PlanItem::place).collect(Collectors.toSet());
    }

    /// The places of the tables that are there, with what stands above them; their notes with them.
    List<PlanItem> annexes() {
        Set<String> known = base.tables().stream().map(MoneyTable::id).collect(Collectors.toSet());
        Set<String> left = tables().stream().map(MoneyTable::id).collect(Collectors.toSet());
        Set<Place> shown = new HashSet<>();
        for (PlanItem item : base.items()) {
            String number = item.place().value().replaceFirst("^別紙", "").replaceFirst("n$", "");
            if (item.place().annex() && (left.contains(number) || years() == 0 && !known.contains(number))) {
                for (Place place = item.place(); place != null; place = place.parent()) {
                    shown.add(place);
                }
            }
        }
        return base.items().stream()
                .filter(item -> shown.contains(item.place()))
                .toList();
    }

    /// Estimates of pay are printed under a table of one year: they do not go over to another.
    Accounts accounts() {
        Accounts accounts = base.accounts();
        return new Accounts(
                accounts.accounts().stream()
                        .map(account -> new Accounts.Account(
                                account.id(), account.title(), account.segments(), sections(account.sections())))
                        .toList(),
                accounts.segments().stream()
                        .map(segment ->
                                new Accounts.Segment(segment.id(), segment.title(), sections(segment.sections())))
                        .toList(),
                years() == 0
                        ? accounts.personnel().stream()
                                .filter(estimate -> tables().stream()
                                        .anyMatch(table -> table.id().equals(estimate.table())))
                                .toList()
                        : List.of());
    }

    private List<Place> sections(List<Place> places) {
        return places.stream()
                .flatMap(place -> Optional.ofNullable(moved.get(place)).stream())
                .toList();
    }
}
