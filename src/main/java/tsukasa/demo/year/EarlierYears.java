package tsukasa.demo.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Entry;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.cycle.PastYears;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Language;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;

/// What the printed reports of the three years before would say, had this agency written any; invented, and the same in
/// every telling. One figure is put right later.
@Component
class EarlierYears {
    private static final int YEARS = 3;
    private static final Instant ENTERED = Instant.parse("2021-07-05T01:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2021-07-20T05:30:00Z");

    /// Per cent of this year's target that was the target then, and of that target what was reached: three years ago
    /// first.
    private static final int[] TARGETS = {82, 90, 95};
    private static final int[] REACHED = {94, 103, 108};
    private final PastYears past;
    private final PlanShelf shelf;
    private final Cast cast;

    EarlierYears(PastYears past, PlanShelf shelf, Cast cast) {
        this.past = past;
        this.shelf = shelf;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        Visitor planner = cast.playing(Cast.PLANNER);
        Set<String> told = past.entered(plan).stream()
                .map(figure -> figure.subject() + figure.year().year())
                .collect(Collectors.toSet());
        List<Entry> entries = entries(plan).stream()
                .filter(entry -> !told.contains(entry.subject() + entry.year().year()))
                .toList();
        if (!entries.isEmpty()) {
            clock.at(ENTERED, () -> done(past.enter(plan, entries, planner)));
        }
        correct(clock, plan, planner);
    }

    private static List<Entry> entries(Plan plan) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < YEARS; i++) {
            FiscalYear year = new FiscalYear(plan.year().year() - YEARS + i);
            for (Threshold threshold : plan.thresholds()) {
                entries.add(entry(threshold.id(), year, output(threshold, i)));
            }
            for (PlanItem item : plan.evaluated()) {
                input(item, i).ifPresent(said -> entries.add(entry(item.place().value(), year, said)));
            }
        }
        return entries;
    }

    private static Entry entry(String subject, FiscalYear year, Said said) {
        return new Entry(subject, year, said, "実演のための値（" + named(year) + "業務実績等報告書に当たるもの）", Optional.empty(), 0);
    }

    private static String named(FiscalYear year) {
        return year.year() < 2019 ? "平成" + (year.year() - 1988) + "年度" : new Writing(Language.JA).year(year);
    }

    /// Of a share the target stays what it is; of a single thing there was one each year.
    private static Said output(Threshold threshold, int index) {
        int uneven = Math.floorMod((threshold.id() + index).hashCode(), 15) - 6;
        if (threshold.unit().ratio()) {
            Fraction reached = threshold.target().plus(Fraction.of(uneven * 5L - 8, 1000));
            return Said.output(Optional.of(threshold.target()), Optional.of(rounded(reached, 3)));
        }
        Fraction target = rounded(threshold.target().times(Fraction.of(TARGETS[index], 100)), 0);
        Fraction value = rounded(target.times(Fraction.of(REACHED[index] + uneven, 100)), 0);
        return Said.output(Optional.of(target), Optional.of(value));
    }

    private static Fraction rounded(Fraction figure, int digits) {
        BigDecimal exact = new BigDecimal(figure.numerator())
                .divide(new BigDecimal(figure.denominator()), digits, RoundingMode.HALF_UP);
        return Fraction.of(exact);
    }

    /// Of the items the budget pays for; in millions of yen.
    private static Optional<Said> input(PlanItem item, int index) {
        long budget = switch (item.place().value()) {
            case "Ⅰ-1" -> 5_180L + 260L * index;
            case "Ⅰ-2" -> 4_020L + 115L * index;
            case "Ⅰ-3" -> 1_240L + 410L * index;
            default -> 0;
        };
        int uneven = Math.floorMod((item.place().value() + index).hashCode(), 9);
        return budget == 0
                ? Optional.empty()
                : Optional.of(Said.input(
                        Optional.of(budget * 1_000_000),
                        Optional.of(budget * (930 + uneven * 6) * 1_000),
                        Optional.of((int) (budget / 62))));
    }

    private void correct(SimulatedClock clock, Plan plan, Visitor planner) {
        FiscalYear year = new FiscalYear(plan.year().year() - 1);
        String subject = plan.thresholds().getFirst().id();
        List<PastFigure> history = past.history(plan, subject, year);
        if (history.size() == 1) {
            Said was = history.getFirst().said();
            Said right = Said.output(was.target(), was.value().map(value -> value.plus(Fraction.of(2))));
            Entry entry = new Entry(
                    subject, year, right, history.getFirst().source(), Optional.of("正誤表により、追加で確認された2件を加えるため"), 1);
            clock.at(CORRECTED, () -> done(past.enter(plan, List.of(entry), planner)));
        }
    }

    private static CycleOutcome done(CycleOutcome outcome) {
        if (outcome instanceof CycleOutcome.Refused refused) {
            throw new IllegalStateException("the demonstration was refused: " + refused);
        }
        return outcome;
    }
}
