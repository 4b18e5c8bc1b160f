package tsukasa.budget.overview;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.BudgetLine.Kind;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Money;
import tsukasa.budget.SectionMoney;
import tsukasa.budget.Yen;
import tsukasa.budget.overview.OverviewPage.Row;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.chart.LineChart;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// Draws budget against execution.
@Component
class OverviewViews {
    private final Execution execution;
    private final Money money;

    OverviewViews(Execution execution, Money money) {
        this.execution = execution;
        this.money = money;
    }

    static List<Tab> tabs(Frame frame, Plan plan, boolean months) {
        String base = "/money/" + plan.id();
        return List.of(
                new Tab(frame.say("年度のまとめ", "The year"), base, !months),
                new Tab(frame.say("月ごと", "Month by month"), base + "/months", months));
    }

    OverviewPage overview(Frame frame, Plan plan) {
        Executed executed = execution.of(plan);
        List<Payer> payers = Payer.of(plan);
        Optional<Payer> total = payers.stream().filter(Payer::total).findFirst();
        Optional<LineChart> chart = total.flatMap(all -> chart(frame, executed, all));
        return new OverviewPage(
                frame,
                plan.id(),
                frame.say(plan.title()),
                total.map(all -> lead(frame, executed, all))
                        .orElse(frame.say("この計画に予算の表はありません。", "This plan has no budget tables.")),
                asOf(frame, executed),
                tabs(frame, plan, false),
                Bullet.scale(frame.language()),
                payerRows(frame, plan, executed, payers),
                total.map(all -> itemRows(frame, plan, executed, all)).orElse(List.of()),
                chart.orElse(null),
                chart.map(c -> c.table(frame.say("支出の累計（百万円）", "Spending, cumulated (million yen)")))
                        .orElse(null),
                sections(frame, plan),
                remarks(frame, executed));
    }

    static String asOf(Frame frame, Executed executed) {
        return executed.through()
                .map(through -> frame.say(
                        frame.writing().date(through.atEndOfMonth()) + "時点、百万円",
                        "As of " + frame.writing().date(through.atEndOfMonth()) + ", million yen"))
                .orElse(frame.say("百万円", "Million yen"));
    }

    private static String lead(Frame frame, Executed executed, Payer total) {
        BudgetLines spending = total.lines(executed.lines(), Kind.EXPENSE);
        Optional<Yen> budget = total.budget("exp.total");
        Optional<Yen> spent = executed.sum(spending);
        Optional<YearMonth> through = executed.through();
        if (budget.isEmpty() || spent.isEmpty() || through.isEmpty()) {
            return frame.say("執行額は、まだ公表していません。", "No execution has been published yet.");
        }
        String share = share(frame, spent.get(), budget.get());
        String end = executed.forecast(spending)
                .map(f -> share(frame, f, budget.get()))
                .orElse("");
        String millions = frame.writing().number(budget.get().millions());
        String month = frame.writing().month(through.get());
        return executed.whole() == executed.months().size()
                ? frame.say(
                        "年度の支出は、予算" + millions + "百万円の" + share + "でした。",
                        "In the year " + share + " of the budget of " + millions + " million yen was spent.")
                : frame.say(
                        month + "までに、予算" + millions + "百万円の" + share + "を支出しました。今の進み方では、年度末に" + end + "になります。",
                        "Up to " + month + ", " + share + " of the budget of " + millions
                                + " million yen was spent. Going on like this, it will be " + end
                                + " at the year's end.");
    }

    private static String share(Frame frame, Yen part, Yen whole) {
        return whole.exact().isZero()
                ? "－"
                : frame.writing().percent(part.exact().dividedBy(whole.exact()));
    }

    private static List<Row> payerRows(Frame frame, Plan plan, Executed executed, List<Payer> payers) {
        List<Row> rows = new ArrayList<>();
        for (Payer payer : payers) {
            BudgetLines spending = payer.lines(executed.lines(), Kind.EXPENSE);
            boolean sum = payer.total() || payer.sum(plan);
            String title = payer.sum(plan)
                    ? frame.say(payer.title().ja() + "　計", payer.title().en() + ", total")
                    : frame.say(payer.title());
            rows.add(row(
                    frame,
                    title,
                    payer.segment().isEmpty() ? 0 : 1,
                    sum ? "tot" : null,
                    "/money/" + plan.id() + "/months?of=" + slug(payer),
                    payer.budget("exp.total"),
                    executed,
                    spending,
                    true));
        }
        return rows;
    }

    static String slug(Payer payer) {
        return payer.segment().isEmpty() ? payer.account() : payer.account() + "." + payer.segment();
    }

    /// The items of the table over all accounts, revenue first.
    private static List<Row> itemRows(Frame frame, Plan plan, Executed executed, Payer total) {
        List<Row> rows = new ArrayList<>();
        Kind side = null;
        for (MoneyTable.Row item : total.printed().rows()) {
            Kind kind = item.code().startsWith("rev.") ? Kind.REVENUE : Kind.EXPENSE;
            if (kind != side) {
                side = kind;
                rows.add(heading(kind == Kind.REVENUE ? frame.say("収入", "Revenue") : frame.say("支出", "Expenditure")));
            }
            boolean sum = item.depth() == 0;
            BudgetLines lines = total.lines(executed.lines(), kind)
                    .where(line -> sum || line.code().equals(item.code()));
            rows.add(row(
                    frame,
                    frame.say(item.label()),
                    sum ? 0 : 1,
                    sum ? "tot" : null,
                    "/money/" + plan.id() + "/months",
                    total.budget(item.code()),
                    executed,
                    lines,
                    false));
        }
        return rows;
    }

    private static Row heading(String title) {
        return new Row(title, 0, "side", null, "", "", "", "", "", null);
    }

    private static Row row(
            Frame frame,
            String title,
            int depth,
            @Nullable String kind,
            @Nullable String address,
            Optional<Yen> budget,
            Executed executed,
            BudgetLines lines,
            boolean drawn) {
        Optional<Yen> spent = executed.sum(lines);
        Optional<Yen> forecast = executed.forecast(lines);
        Optional<Yen> left = budget.map(b -> b.minus(spent.orElse(Yen.ZERO)));
        Optional<Fraction> rate = budget.filter(b -> !b.exact().isZero())
                .flatMap(b -> spent.map(s -> s.exact().dividedBy(b.exact())));
        String rateWords = rate.map(r -> frame.writing().percent(r)).orElse("－");
        return new Row(
                title,
                depth,
                kind,
                address,
                millions(frame, budget),
                millions(frame, spent),
                millions(frame, spent.flatMap(_ -> left)),
                rateWords,
                millions(frame, forecast),
                drawn && rate.isPresent() ? bullet(title + "　" + rateWords, budget, spent, forecast, executed) : null);
    }

    static String millions(Frame frame, Optional<Yen> amount) {
        return frame.writing().millions(amount.map(Yen::millions).orElse(null));
    }

    private static Bullet bullet(
            String message, Optional<Yen> budget, Optional<Yen> spent, Optional<Yen> forecast, Executed executed) {
        double target = approximate(budget);
        return new Bullet(
                message,
                approximate(spent),
                target * executed.whole() / executed.months().size(),
                approximate(forecast),
                target);
    }

    private static double approximate(Optional<Yen> amount) {
        return amount.map(yen -> yen.exact().approximate() / 1_000_000).orElse(0.0);
    }

    private static Optional<LineChart> chart(Frame frame, Executed executed, Payer total) {
        BudgetLines spending = total.lines(executed.lines(), Kind.EXPENSE);
        Optional<Yen> budget = total.budget("exp.total");
        if (executed.whole() == 0 || budget.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels =
                executed.months().stream().map(frame.writing()::month).toList();
        List<@Nullable Double> actual = new ArrayList<>();
        List<@Nullable Double> pace = new ArrayList<>();
        double target = approximate(budget);
        for (int i = 0; i < executed.months().size(); i++) {
            actual.add(
                    i < executed.whole()
                            ? approximate(
                                    executed.sum(spending, executed.months().subList(0, i + 1)))
                            : null);
            pace.add(target * (i + 1) / executed.months().size());
        }
        LineChart chart = LineChart.of(frame.language(), lead(frame, executed, total), labels, actual)
                .pace(pace)
                .target(target);
        Optional<Executed.Spread> spread = executed.spread(spending);
        return Optional.of(
                executed.whole() == executed.months().size() || spread.isEmpty()
                        ? chart
                        : chart.forecast(
                                approximate(executed.forecast(spending)),
                                approximate(Optional.of(spread.get().low())),
                                approximate(Optional.of(spread.get().high()))));
    }

    private List<OverviewPage.Link> sections(Frame frame, Plan plan) {
        List<Place> sections = money.sections(plan);
        Map<Place, SectionMoney> paid = money.of(plan, sections);
        return sections.stream()
                .map(place -> new OverviewPage.Link(
                        place.label(),
                        plan.item(place).map(item -> frame.say(item.title())).orElse(""),
                        "/money/" + plan.id() + "/sections/" + place.slug(),
                        Optional.ofNullable(paid.get(place))
                                .map(m -> frame.say("予算 ", "Budget ") + millions(frame, m.budget()))
                                .orElse("")))
                .toList();
    }

    static List<String> remarks(Frame frame, Executed executed) {
        int window = executed.window();
        return List.of(
                frame.say(
                        "金額は円で記録し、欄ごとに百万円に四捨五入しています。内訳の和が計と合わないことがあります。予算は計画に印刷された額です。",
                        "Amounts are kept in yen and each figure is rounded to millions by itself, so parts may not add up to their total. Budgets are the figures printed in the plan."),
                frame.say(
                        "年度末の予測は、これまでの額に、残りの月数と直近" + window + "か月の平均の積を加えたものです。途中では丸めません。",
                        "The forecast is the amount so far plus, for each month left, the mean of the latest " + window
                                + " months. Nothing is rounded on the way."),
                frame.say(
                        "すべての科目がそろった月までを数えています。－は計画または記録がないこと、0はゼロ、△は負の値です。",
                        "Months count once every item is entered. － nothing planned or entered, 0 zero, △ negative."));
    }
}
