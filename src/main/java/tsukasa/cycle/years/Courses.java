package tsukasa.cycle.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closings;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.ItemYears.Input;
import tsukasa.cycle.ItemYears.Origin;
import tsukasa.cycle.ItemYears.Output;
import tsukasa.cycle.ItemYears.Point;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.cycle.Period;
import tsukasa.cycle.YearMoney;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;

/// Puts the years side by side: what plans on the shelf closed, what was entered where there is none, and this year.
@Component
class Courses {
    /// As many as a sheet has room for, this year among them.
    private static final int SHOWN = 6;

    private final Closings closings;
    private final FrozenCounts frozen;
    private final PlanShelf shelf;
    private final ObjectProvider<YearMoney> money;

    Courses(Closings closings, FrozenCounts frozen, PlanShelf shelf, ObjectProvider<YearMoney> money) {
        this.closings = closings;
        this.frozen = frozen;
        this.shelf = shelf;
        this.money = money;
    }

    /// Points of earlier plans, by threshold.
    private record Earlier(Map<String, TreeMap<FiscalYear, Point>> points) {
        Optional<Point> at(String threshold, FiscalYear year) {
            return Optional.ofNullable(points.get(threshold)).map(years -> years.get(year));
        }
    }

    List<ItemYears> of(List<ItemSheet> sheets, List<PastFigure> entered) {
        Plan plan = sheets.getFirst().plan();
        Map<String, TreeMap<FiscalYear, PastFigure>> printed = new HashMap<>();
        entered.stream()
                .filter(figure -> !figure.said().equals(Said.NOTHING))
                .forEach(figure -> printed.computeIfAbsent(figure.subject(), _ -> new TreeMap<>())
                        .put(figure.year(), figure));
        Earlier earlier = earlier(plan);
        Map<Place, List<YearMoney.Inputs>> spent = spent(plan, sheets);
        return sheets.stream()
                .map(sheet -> course(sheet, earlier, printed, spent))
                .toList();
    }

    /// What the items cost, asked once for all of them.
    private Map<Place, List<YearMoney.Inputs>> spent(Plan plan, List<ItemSheet> sheets) {
        List<Place> places = sheets.stream()
                .flatMap(sheet -> sheet.item().stream())
                .map(PlanItem::place)
                .toList();
        Map<Place, List<YearMoney.Inputs>> spent = new HashMap<>();
        money.stream()
                .forEach(keeper -> keeper.of(plan, places)
                        .forEach((place, inputs) -> spent.merge(place, inputs, (one, other) -> {
                            List<YearMoney.Inputs> both = new ArrayList<>(one);
                            both.addAll(other);
                            return both;
                        })));
        return spent;
    }

    private Earlier earlier(Plan plan) {
        Map<String, TreeMap<FiscalYear, Point>> points = new HashMap<>();
        shelf.plans().stream()
                .filter(other -> other.year().compareTo(plan.year()) < 0)
                .forEach(other -> closed(other, points));
        return new Earlier(points);
    }

    /// Until its year is closed, an earlier plan says its target and no result.
    private void closed(Plan plan, Map<String, TreeMap<FiscalYear, Point>> points) {
        Optional<Closing> closing = closings.live(plan.id(), new Period(plan.year(), Period.Part.YEAR))
                .filter(live -> live.state() == Closing.State.CLOSED);
        Map<Long, FrozenCount> counts = frozen.find(closing.stream()
                .flatMap(live -> live.values().stream())
                .flatMap(one -> one.frozen().stream())
                .toList());
        for (Threshold threshold : plan.thresholds()) {
            Optional<Fraction> value = closing.stream()
                    .flatMap(live -> live.values().stream())
                    .filter(one -> one.threshold().equals(threshold.id()))
                    .flatMap(one -> one.frozen().stream())
                    .flatMap(id -> Optional.ofNullable(counts.get(id)).stream())
                    .flatMap(count -> plan.closedValue(threshold.id(), count).stream())
                    .findFirst();
            points.computeIfAbsent(threshold.id(), _ -> new TreeMap<>())
                    .put(
                            plan.year(),
                            new Point(
                                    plan.year(),
                                    Optional.of(threshold.target()),
                                    value,
                                    closing.isPresent() ? Origin.CLOSED : Origin.OPEN));
        }
    }

    private static ItemYears course(
            ItemSheet sheet,
            Earlier earlier,
            Map<String, TreeMap<FiscalYear, PastFigure>> printed,
            Map<Place, List<YearMoney.Inputs>> spent) {
        FiscalYear own = sheet.plan().year();
        TreeSet<FiscalYear> years = new TreeSet<>();
        years.add(own);
        sheet.results().forEach(result -> {
            String id = result.threshold().id();
            years.addAll(printed.getOrDefault(id, new TreeMap<>()).keySet());
            years.addAll(earlier.points().getOrDefault(id, new TreeMap<>()).keySet());
        });
        List<Input> inputs = inputs(sheet, printed, spent);
        while (years.size() > SHOWN) {
            years.pollFirst();
        }
        List<Output> outputs = sheet.results().stream()
                .map(result -> new Output(
                        result.threshold(),
                        years.stream()
                                .map(year -> point(sheet, result, year, earlier, printed))
                                .toList()))
                .toList();
        return new ItemYears(new ArrayList<>(years), outputs, inputs);
    }

    private static Point point(
            ItemSheet sheet,
            ItemSheet.Result result,
            FiscalYear year,
            Earlier earlier,
            Map<String, TreeMap<FiscalYear, PastFigure>> printed) {
        String id = result.threshold().id();
        if (year.equals(sheet.plan().year())) {
            return new Point(
                    year,
                    Optional.of(result.threshold().target()),
                    result.value(),
                    sheet.closing().isPresent() ? Origin.CLOSED : Origin.OPEN);
        }
        return earlier.at(id, year)
                .or(() -> Optional.ofNullable(
                                printed.getOrDefault(id, new TreeMap<>()).get(year))
                        .map(figure -> new Point(
                                year, figure.said().target(), figure.said().value(), Origin.PRINTED)))
                .orElseGet(() -> new Point(year, Optional.empty(), Optional.empty(), Origin.NONE));
    }

    /// Recorded money goes before what was entered; people are always entered.
    private static List<Input> inputs(
            ItemSheet sheet,
            Map<String, TreeMap<FiscalYear, PastFigure>> printed,
            Map<Place, List<YearMoney.Inputs>> spent) {
        TreeMap<FiscalYear, Input> inputs = new TreeMap<>();
        sheet.item().ifPresent(item -> {
            printed.getOrDefault(item.place().value(), new TreeMap<>())
                    .forEach((year, figure) -> inputs.put(year, printed(figure)));
            spent.getOrDefault(item.place(), List.of())
                    .forEach(found -> inputs.merge(
                            found.year(),
                            recorded(sheet.plan(), found),
                            (entered, recorded) -> with(recorded, entered)));
        });
        while (inputs.size() > SHOWN) {
            inputs.pollFirstEntry();
        }
        return new ArrayList<>(inputs.values());
    }

    private static Input printed(PastFigure figure) {
        return new Input(
                figure.year(),
                figure.said().budget(),
                figure.said().settlement(),
                Optional.empty(),
                figure.said().staff(),
                figure.said().money() ? Origin.PRINTED : Origin.NONE);
    }

    private static Input recorded(Plan plan, YearMoney.Inputs found) {
        return new Input(
                found.year(),
                found.budget(),
                found.settlement(),
                found.personnel(),
                Optional.empty(),
                found.settlement().isPresent() || !found.year().equals(plan.year()) ? Origin.CLOSED : Origin.OPEN);
    }

    private static Input with(Input recorded, Input entered) {
        return new Input(
                recorded.year(),
                recorded.budget(),
                recorded.settlement(),
                recorded.personnel(),
                entered.staff(),
                recorded.origin());
    }
}
