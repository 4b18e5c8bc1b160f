package tsukasa.budget.overview;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLine.Kind;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Yen;
import tsukasa.budget.overview.MonthsPage.Row;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;

/// Draws the months of one who pays.
@Component
class MonthsViews {
    private final Execution execution;

    MonthsViews(Execution execution) {
        this.execution = execution;
    }

    MonthsPage page(Frame frame, Plan plan, String of) {
        List<Payer> payers = Payer.of(plan);
        Payer payer = payers.stream()
                .filter(p -> OverviewViews.slug(p).equals(of))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("その区分はありません。", "There is no such account or segment.")));
        Executed executed = execution.of(plan);
        List<YearMonth> shown = executed.months().subList(0, executed.whole());
        return new MonthsPage(
                frame,
                plan.id(),
                frame.say(plan.title()),
                of,
                name(frame, plan, payer),
                OverviewViews.asOf(frame, executed),
                OverviewViews.tabs(frame, plan, true),
                payers.stream()
                        .map(p -> Option.of(OverviewViews.slug(p), name(frame, plan, p)))
                        .toList(),
                Stream.concat(shown.stream().map(frame.writing()::month), Stream.of(frame.say("計", "Total")))
                        .toList(),
                rows(frame, executed, payer, order(payers), shown),
                chart(frame, executed, payer, name(frame, plan, payer)),
                OverviewViews.remarks(frame, executed));
    }

    /// As in the table over all accounts; what it does not print stands behind.
    private static List<String> order(List<Payer> payers) {
        return payers.stream()
                .filter(Payer::total)
                .flatMap(total -> total.printed().rows().stream())
                .map(MoneyTable.Row::code)
                .toList();
    }

    private static int place(List<String> order, String code) {
        int at = order.indexOf(code);
        return at < 0 ? order.size() : at;
    }

    private static String name(Frame frame, Plan plan, Payer payer) {
        if (payer.total()) {
            return frame.say("すべての勘定", "All accounts");
        }
        String account = plan.accounts()
                .account(payer.account())
                .map(a -> frame.say(a.title()))
                .orElse("");
        return payer.segment().isEmpty() ? account : account + frame.say("　", ": ") + frame.say(payer.title());
    }

    private static List<Row> rows(
            Frame frame, Executed executed, Payer payer, List<String> order, List<YearMonth> shown) {
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            BudgetLines lines = payer.lines(executed.lines(), kind);
            if (lines.all().isEmpty()) {
                continue;
            }
            rows.add(new Row(
                    switch (kind) {
                        case REVENUE -> frame.say("収入", "Revenue");
                        case EXPENSE -> frame.say("支出", "Expenditure");
                        case PART -> frame.say("支出のうち", "Of the expenditure");
                    },
                    0,
                    "side",
                    List.of()));
            lines.all().stream()
                    .map(BudgetLine::code)
                    .distinct()
                    .sorted(Comparator.comparingInt(code -> place(order, code)))
                    .forEach(code -> rows.add(
                            item(frame, executed, lines.where(l -> l.code().equals(code)), shown)));
            if (kind != Kind.PART) {
                rows.add(new Row(frame.say("計", "Total"), 0, "tot", cells(frame, executed, lines, shown)));
            }
        }
        return rows;
    }

    private static Row item(Frame frame, Executed executed, BudgetLines lines, List<YearMonth> shown) {
        return new Row(frame.say(lines.all().getFirst().name()), 1, null, cells(frame, executed, lines, shown));
    }

    private static List<String> cells(Frame frame, Executed executed, BudgetLines lines, List<YearMonth> shown) {
        return Stream.concat(
                        shown.stream().map(month -> executed.sum(lines, List.of(month))),
                        Stream.of(executed.sum(lines, shown)))
                .map(amount -> OverviewViews.millions(frame, amount))
                .toList();
    }

    private static @Nullable BarChart chart(Frame frame, Executed executed, Payer payer, String name) {
        if (executed.whole() == 0) {
            return null;
        }
        BudgetLines spending = payer.lines(executed.lines(), Kind.EXPENSE);
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < executed.months().size(); i++) {
            Optional<Yen> spent = i < executed.whole()
                    ? executed.sum(spending, List.of(executed.months().get(i)))
                    : Optional.empty();
            values.add(spent.map(yen -> (double) yen.millions()).orElse(null));
        }
        return BarChart.of(
                frame.language(),
                frame.say(name + "の月ごとの支出、百万円", "Spending by month, " + name + ", million yen"),
                executed.months().stream().map(frame.writing()::month).toList(),
                values);
    }
}
