package tsukasa.budget.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.GrantUse;
import tsukasa.budget.GrantUse.Alarm;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyRules.GrantWarning;
import tsukasa.budget.MoneyRules.RevenueUnit;
import tsukasa.budget.Yen;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// 収益化単位ごとに、交付金の予算と実績と残る見込みを把握する。
@Covers("Ⅲ-1-(2)")
class GrantTests {
    private static final List<YearMonth> MONTHS = new FiscalYear(2021).months();
    private static final MoneyRules RULES = new MoneyRules(
            "fy2021",
            3,
            new GrantWarning(Fraction.of(5, 100), Yen.of(1_000)),
            List.of(unit("a", 600), unit("b", 400), new RevenueUnit("c", "exam", "", Text.same("c"), Optional.empty())),
            Optional.empty(),
            List.of(),
            List.of());

    private static RevenueUnit unit(String id, long granted) {
        return new RevenueUnit(id, "general", "s", Text.same(id), Optional.of(Yen.of(granted)));
    }

    private static BudgetLine line(String code, BudgetLine.Kind kind, long budget) {
        return new BudgetLine(
                "general",
                "s",
                code,
                kind,
                Text.same("G"),
                Optional.of(Text.same("S")),
                Text.same(code),
                Optional.of(Yen.of(budget)));
    }

    private static Executed executed(int months, long a, long b) {
        List<BudgetLine> lines = List.of(
                line(BudgetLine.GRANT, BudgetLine.Kind.REVENUE, 1_000),
                line(BudgetLine.GRANT_USE + "a", BudgetLine.Kind.PART, 600),
                line(BudgetLine.GRANT_USE + "b", BudgetLine.Kind.PART, 400));
        Map<String, Map<YearMonth, Long>> amounts = new HashMap<>();
        long[] monthly = {250, a, b};
        for (int i = 0; i < lines.size(); i++) {
            Map<YearMonth, Long> of = new HashMap<>();
            for (int month = 0; month < months; month++) {
                of.put(MONTHS.get(month), i == 0 && month % 3 != 0 ? 0 : monthly[i]);
            }
            amounts.put(lines.get(i).key(), of);
        }
        return new Executed(new BudgetLines(lines), MONTHS, amounts, 3);
    }

    @Test
    void each_unit_has_what_was_granted_received_used_and_would_be_left() {
        List<GrantUse> uses = GrantDesk.uses(executed(6, 50, 20), RULES);
        assertThat(uses).extracting(GrantUse::unit).containsExactly("a", "b");
        GrantUse b = uses.get(1);
        assertThat(b.received()).as("half a year of quarters, in proportion").contains(Yen.of(200));
        assertThat(b.used()).contains(Yen.of(120));
        assertThat(b.forecast()).contains(Yen.of(240));
        assertThat(b.left()).contains(Yen.of(160));
        assertThat(b.alarm()).isEqualTo(Alarm.UNUSED);
        assertThat(uses.get(0).left()).contains(Yen.ZERO);
        assertThat(uses.get(0).alarm()).isEqualTo(Alarm.NONE);
    }

    @Test
    void it_warns_above_the_share_or_the_amount_and_not_at_them() {
        assertThat(GrantDesk.alarm(RULES, Yen.of(600), Yen.of(30))).isEqualTo(Alarm.NONE);
        assertThat(GrantDesk.alarm(RULES, Yen.of(600), new Yen(Fraction.of(301, 10))))
                .isEqualTo(Alarm.UNUSED);
        assertThat(GrantDesk.alarm(RULES, Yen.of(1_000_000), Yen.of(1_000))).isEqualTo(Alarm.NONE);
        assertThat(GrantDesk.alarm(RULES, Yen.of(1_000_000), Yen.of(1_001))).isEqualTo(Alarm.UNUSED);
        assertThat(GrantDesk.alarm(RULES, Yen.of(600), Yen.of(-1))).isEqualTo(Alarm.SHORT);
    }

    @Test
    void before_the_first_whole_month_nothing_is_said() {
        assertThat(GrantDesk.uses(executed(0, 0, 0), RULES)).allSatisfy(use -> {
            assertThat(use.left()).isEmpty();
            assertThat(use.alarm()).isEqualTo(Alarm.NOT_YET);
        });
    }
}
