package tsukasa.plan.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;
import tsukasa.plan.TableCheck.Verdict;

class AuditTests {
    private final TableAuditor auditor = TableAuditCommand.auditor();

    @Test
    void a_total_may_differ_by_half_a_unit_for_each_part_and_for_itself() {
        assertThat(verdict(budget(12, 4, 4, 4))).isEqualTo(Verdict.EXACT);
        assertThat(verdict(budget(14, 4, 4, 4))).isEqualTo(Verdict.WITHIN_ROUNDING);
        assertThat(verdict(budget(15, 4, 4, 4))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void parts_that_are_zero_or_nil_give_no_room() {
        assertThat(verdict(budget(6, 4, 0, 0))).isEqualTo(Verdict.WRONG);
        assertThat(verdict(budget(5, 4, 0, 0))).isEqualTo(Verdict.WITHIN_ROUNDING);
    }

    @Test
    void an_ordinary_total_that_is_printed_is_checked_and_not_counted_twice() {
        MoneyTable table = table(
                "2-1",
                Kind.INCOME,
                "total",
                row("cost.total", 10),
                row("cost.ordinary", 9),
                row("cost.program", 5),
                row("cost.admin", 4),
                row("cost.extraordinary", 1));
        assertThat(auditor.check(List.of(table)))
                .extracting(TableCheck::rule, TableCheck::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "cost.total = cost.ordinary + cost.extraordinary", Verdict.EXACT),
                        org.assertj.core.groups.Tuple.tuple(
                                "cost.ordinary = cost.program + cost.admin", Verdict.EXACT));
    }

    @Test
    void rows_inside_another_row_are_not_added_a_second_time() {
        MoneyTable table = table(
                "1-1",
                Kind.BUDGET,
                "total",
                row("exp.program", 8),
                row("exp.program.x1", 5),
                row("exp.admin", 2),
                row("exp.total", 10));
        assertThat(auditor.check(List.of(table)))
                .extracting(TableCheck::verdict)
                .containsExactly(Verdict.EXACT);
    }

    @Test
    void a_sum_with_a_missing_part_is_not_checked() {
        MoneyTable cut = table(
                "1-1",
                Kind.BUDGET,
                "total",
                row("exp.program", 8),
                new MoneyTable.Row("exp.admin", Text.same("exp.admin"), 1, List.of(new Cell.Blank())),
                row("exp.total", 10));
        assertThat(auditor.check(List.of(cut))).isEmpty();
    }

    @Test
    void the_table_over_all_accounts_waits_until_all_accounts_are_there() {
        MoneyTable total = table("1-1", Kind.BUDGET, "total", row("rev.grant", 10));
        MoneyTable one = table("1-2", Kind.BUDGET, "one", row("rev.grant", 4));
        MoneyTable two = table("3-3", Kind.CASH, "two", row("in.operating", 6));
        assertThat(auditor.check(List.of(total, one, two))).isEmpty();
        MoneyTable other = table("1-3", Kind.BUDGET, "two", row("rev.grant", 6));
        assertThat(auditor.check(List.of(total, one, other, two)))
                .filteredOn(c -> c.scope() == TableCheck.Scope.ACCOUNTS)
                .extracting(TableCheck::verdict)
                .containsExactly(Verdict.EXACT);
    }

    @Test
    void two_faults_in_different_tables_are_both_named() {
        List<MoneyTable> tables = List.of(
                table("1-1", Kind.BUDGET, "total", row("rev.grant", 30), row("rev.other", 12), row("rev.total", 42)),
                table("1-2", Kind.BUDGET, "one", row("rev.grant", 19), row("rev.other", 6), row("rev.total", 16)),
                table("1-3", Kind.BUDGET, "two", row("rev.grant", 20), row("rev.other", 6), row("rev.total", 66)));
        assertThat(auditor.suspects(tables))
                .contains(
                        new SuspectCell("1-2", "rev.grant", "value", 19, 10, true),
                        new SuspectCell("1-3", "rev.total", "value", 66, 26, true));
    }

    @Test
    void a_sum_that_stands_alone_does_not_say_which_cell_is_wrong() {
        assertThat(auditor.suspects(List.of(budget(30, 4, 4, 4)))).hasSize(4).noneMatch(SuspectCell::determined);
    }

    private Verdict verdict(MoneyTable table) {
        return auditor.check(List.of(table)).getFirst().verdict();
    }

    private static MoneyTable budget(long total, long grant, long subsidy, long other) {
        return table(
                "1-1",
                Kind.BUDGET,
                "total",
                row("rev.grant", grant),
                row("rev.subsidy", subsidy),
                row("rev.other", other),
                row("rev.total", total));
    }

    private static MoneyTable table(String id, Kind kind, String account, MoneyTable.Row... rows) {
        return new MoneyTable(
                id,
                kind,
                account,
                Text.same(id),
                List.of(new MoneyTable.Column("value", Text.of("金額", "Amount"))),
                Arrays.asList(rows),
                List.of());
    }

    private static MoneyTable.Row row(String code, long... amounts) {
        List<Cell> cells = Arrays.stream(amounts)
                .boxed()
                .flatMap(a -> Stream.of((Cell) new Cell.Figure(a)))
                .toList();
        return new MoneyTable.Row(code, Text.same(code), 1, cells);
    }
}
