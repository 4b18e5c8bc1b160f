package tsukasa.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// What follows from amounts that were entered, exactly.
class ExecutedTests {
    private static final List<YearMonth> MONTHS = new FiscalYear(2021).months();
    private static final BudgetLine SPENT =
            line("exp.program", BudgetLine.Kind.EXPENSE, Optional.of(Yen.ofMillions(12)));
    private static final BudgetLine UNPLANNED = line("exp.commissioned", BudgetLine.Kind.EXPENSE, Optional.empty());
    private static final BudgetLines LINES = new BudgetLines(List.of(SPENT, UNPLANNED));

    private static BudgetLine line(String code, BudgetLine.Kind kind, Optional<Yen> budget) {
        return new BudgetLine(
                "general",
                "security",
                code,
                kind,
                Text.same("G"),
                Optional.of(Text.same("S")),
                Text.same(code),
                budget);
    }

    private static Executed entered(@Nullable Long... amounts) {
        Map<YearMonth, Long> months = new HashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            Long amount = amounts[i];
            if (amount != null) {
                months.put(MONTHS.get(i), amount);
            }
        }
        return new Executed(LINES, MONTHS, Map.of(SPENT.key(), months), 3);
    }

    @Test
    void a_month_counts_when_every_line_with_a_budget_has_an_amount_and_a_gap_ends_it() {
        assertThat(entered().whole()).isZero();
        assertThat(entered(1L, 0L, null, 5L).whole()).isEqualTo(2);
        assertThat(entered(1L, 0L, null, 5L).through()).contains(YearMonth.of(2021, 5));
        assertThat(entered(1L, 0L, null, 5L).sum(LINES)).contains(Yen.of(1));
    }

    @Test
    void the_forecast_adds_the_mean_of_the_latest_three_months_exactly() {
        Executed executed = entered(10L, 10L, 11L, 12L);
        assertThat(executed.forecast(LINES)).contains(new Yen(Fraction.of(43).plus(Fraction.of(33 * 8, 3))));
        assertThat(executed.spread(LINES)).contains(new Executed.Spread(Yen.of(43 + 8 * 10), Yen.of(43 + 8 * 12)));
    }

    @Test
    void before_the_third_month_the_forecast_takes_the_months_there_are() {
        assertThat(entered(7L).forecast(LINES)).contains(Yen.of(84));
        assertThat(entered().forecast(LINES)).isEmpty();
    }

    @Test
    void after_twelve_months_the_forecast_is_what_was_spent() {
        Long[] year = new Long[12];
        java.util.Arrays.fill(year, 5L);
        assertThat(entered(year).forecast(LINES)).contains(Yen.of(60));
    }

    @Test
    void nothing_entered_is_not_zero() {
        Executed executed = entered(10L, 10L);
        assertThat(executed.sum(LINES.where(UNPLANNED::equals))).isEmpty();
        assertThat(executed.forecast(LINES.where(UNPLANNED::equals))).isEmpty();
        assertThat(entered(0L).sum(LINES.where(SPENT::equals))).contains(Yen.ZERO);
    }
}
