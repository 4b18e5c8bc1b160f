package tsukasa.demo.year;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.Efficiency;
import tsukasa.budget.Efficiency.NewFigure;
import tsukasa.budget.EfficiencyResult;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.Execution;
import tsukasa.budget.NewAmount;
import tsukasa.budget.NoneRegister;
import tsukasa.budget.NoneStanding;
import tsukasa.budget.Yen;
import tsukasa.identity.Visitor;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Enters what was spent each month, on the tenth of the next, and puts one amount right later.
@Component
class MonthsOfMoney {
    private static final int MONTHS = 9;

    /// Per mille of the year's budget by month, April first.
    private static final int[] EVEN = {48, 64, 72, 80, 82, 86, 90, 93, 95};

    private static final int[] TRAINING_FELL_AWAY = {30, 42, 61, 72, 120, 74, 70, 66, 65};
    private static final int[] EXAMINATIONS = {118, 72, 51, 48, 63, 74, 143, 78, 69};
    private static final int[] QUARTERS = {250, 0, 0, 250, 0, 0, 250, 0, 0};
    private static final int[] FEES = {20, 160, 34, 45, 190, 60, 22, 18, 15};
    private static final int[] COURSES = {0, 40, 130, 480, 60, 35, 30, 25, 20};
    private static final int[] ON_DELIVERY = {0, 0, 0, 0, 0, 300, 0, 0, 220};
    private static final int[] PAY = {70, 70, 131, 70, 71, 70, 70, 71, 140};
    private static final int[] OFFICE = {62, 70, 78, 74, 72, 80, 81, 84, 92};
    private final Execution execution;
    private final Efficiency efficiency;
    private final NoneRegister register;
    private final PlanShelf shelf;
    private final Cast cast;

    MonthsOfMoney(Execution execution, Efficiency efficiency, NoneRegister register, PlanShelf shelf, Cast cast) {
        this.execution = execution;
        this.efficiency = efficiency;
        this.register = register;
        this.shelf = shelf;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        Visitor accountant = cast.playing(Cast.ACCOUNTANT);
        List<BudgetLine> lines = execution.of(plan).lines().all();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = plan.year().months().get(i);
            if (execution.closed(plan, month).isEmpty()) {
                List<NewAmount> amounts = amounts(lines, month, i, execution.month(plan, month));
                clock.at(
                        at(month.plusMonths(1), 10),
                        () -> done(execution.enter(plan, amounts, Optional.empty(), accountant)));
            }
        }
        correct(clock, plan, accountant);
        clock.at(at(YearMonth.of(2021, 10), 8), () -> statements(plan, accountant));
    }

    /// The yearly cut: one target is met, the other is missed by a hair. Of property and facilities there is none.
    private boolean statements(Plan plan, Visitor accountant) {
        if (efficiency.of(plan).stream().allMatch(result -> result.figures().isEmpty())) {
            List<NewFigure> figures = new ArrayList<>();
            figures.addAll(figures("admin", Year.BASE, 1_571_000_000L, 540_000_000L, 512_340_000L, 0L, 0L, 0L));
            figures.addAll(figures("admin", Year.CURRENT, 1_528_000_000L, 546_000_000L, 480_000_000L, 0L, 0L, 0L));
            figures.addAll(figures(
                    "program", Year.BASE, 10_420_000_000L, 2_560_000_000L, 1_200_000_000L, 0L, 0L, 150_000_000L));
            figures.addAll(figures(
                    "program",
                    Year.CURRENT,
                    10_636_000_000L,
                    2_629_000_000L,
                    1_190_000_000L,
                    210_000_000L,
                    120_000_000L,
                    40_000_000L));
            if (!(efficiency.enter(plan, figures, accountant) instanceof Efficiency.Outcome.Done)) {
                throw new IllegalStateException("the demonstration was refused");
            }
        }
        for (NoneStanding standing : register.of(plan)) {
            if (!standing.borrowing() && standing.state() == NoneStanding.State.AS_PLANNED) {
                register.confirm(plan, standing.place(), standing.events().size(), accountant);
            }
        }
        return true;
    }

    private static List<NewFigure> figures(String target, Year year, long... amounts) {
        List<String> items = List.of(EfficiencyResult.GROSS, "personnel", "required", "new", "expanded", "special");
        String source = year == Year.BASE ? "実演のための値（前年度の予算）" : "実演のための値（別紙1-4の内訳）";
        List<NewFigure> figures = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            figures.add(new NewFigure(target, year, items.get(i), amounts[i], 0, source, Optional.empty()));
        }
        return figures;
    }

    /// What was told before an interruption stays.
    private static List<NewAmount> amounts(
            List<BudgetLine> lines, YearMonth month, int index, Map<String, AmountVersion> told) {
        List<NewAmount> amounts = new ArrayList<>();
        for (BudgetLine line : lines) {
            line.budget()
                    .filter(_ -> !told.containsKey(line.key()))
                    .map(Yen::rounded)
                    .ifPresent(budget -> amounts.add(new NewAmount(
                            line.key(), month, Optional.of(amount(line, budget, index)), 0, Optional.empty())));
        }
        return amounts;
    }

    private static long amount(BudgetLine line, long budget, int index) {
        int[] profile = profile(line);
        long even = budget / 1000 * profile[index];
        return profile == QUARTERS ? even : even + even / 1000 * uneven(line, index);
    }

    /// From -25 to 25, the same every time; what is paid from the grant goes with the spending of its segment.
    private static int uneven(BudgetLine line, int index) {
        String of = line.is(BudgetLine.Kind.REVENUE) ? line.key() : line.account() + line.segment();
        return Math.floorMod((of + index).hashCode(), 51) - 25;
    }

    private static int[] profile(BudgetLine line) {
        if (line.code().equals(BudgetLine.PERSONNEL)) {
            return PAY;
        }
        if (line.code().equals("exp.admin")
                || line.segment().equals("corporate") && !line.is(BudgetLine.Kind.REVENUE)) {
            return OFFICE;
        }
        return switch (line.code()) {
            case BudgetLine.GRANT -> QUARTERS;
            case "rev.subsidy", "rev.commissioned" -> ON_DELIVERY;
            case "rev.operating" -> line.account().equals("exam") ? FEES : COURSES;
            default ->
                switch (line.account() + "/" + line.segment()) {
                    case "exam/" -> EXAMINATIONS;
                    case "general/hr_dev" -> TRAINING_FELL_AWAY;
                    default -> EVEN;
                };
        };
    }

    private void correct(SimulatedClock clock, Plan plan, Visitor accountant) {
        YearMonth august = YearMonth.of(2021, 8);
        String line = "general/security/exp.program";
        Map<String, AmountVersion> now = execution.month(plan, august);
        AmountVersion entered = now.get(line);
        if (entered != null
                && entered.version() == 1
                && execution.closed(plan, august).isEmpty()) {
            NewAmount right = new NewAmount(
                    line,
                    august,
                    entered.yen().map(yen -> yen - 1_254_000),
                    entered.version(),
                    Optional.of("7月分の請求1件（1,254,000円）を8月に二重に計上していたため"));
            clock.at(
                    at(YearMonth.of(2021, 9), 22),
                    () -> done(execution.enter(plan, List.of(right), Optional.empty(), accountant)));
        }
    }

    private static EntryOutcome done(EntryOutcome outcome) {
        return switch (outcome) {
            case EntryOutcome.Done done -> done;
            case EntryOutcome.Refused refused ->
                throw new IllegalStateException("the demonstration was refused: " + refused.faults());
        };
    }

    private static Instant at(YearMonth month, int day) {
        return month.atDay(day).atTime(10, 30).atZone(Writing.JAPAN).toInstant();
    }
}
