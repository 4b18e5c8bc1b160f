package tsukasa.budget.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Money;
import tsukasa.budget.SectionMoney;
import tsukasa.budget.Yen;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.ThresholdStanding;

/// Draws a section's money beside its targets.
@Component
class SectionViews {
    private final Money money;
    private final Execution execution;
    private final PlanProgress progress;

    SectionViews(Money money, Execution execution, PlanProgress progress) {
        this.money = money;
        this.execution = execution;
        this.progress = progress;
    }

    SectionPage page(Frame frame, Plan plan, PlanItem item) {
        SectionMoney of = money.of(plan, item.place())
                .orElseThrow(() ->
                        Problem.notFound(Text.of("この箇所のお金は、区分されていません。", "No segment or account pays for this place.")));
        Executed executed = execution.of(plan);
        return new SectionPage(
                frame,
                plan.id(),
                frame.say(plan.title()),
                item.place().label(),
                "/plan/" + plan.id() + "/places/" + item.place().slug(),
                frame.say(item.title()),
                lead(frame, of),
                OverviewViews.asOf(frame, executed),
                payers(frame, executed, of),
                personnel(frame, of),
                goals(frame, plan, item.place()),
                remarks(frame, executed));
    }

    private static String lead(Frame frame, SectionMoney of) {
        Optional<Fraction> rate = rate(of.budget(), of.executed());
        String budget = OverviewViews.millions(frame, of.budget());
        return rate.map(r -> frame.say(
                        "予算" + budget + "百万円のうち、" + frame.writing().percent(r) + "を支出しました。",
                        frame.writing().percent(r) + " of the budget of " + budget + " million yen was spent."))
                .orElse(frame.say("予算は" + budget + "百万円です。", "The budget is " + budget + " million yen."));
    }

    private static Optional<Fraction> rate(Optional<Yen> budget, Optional<Yen> executed) {
        return budget.filter(b -> !b.exact().isZero())
                .flatMap(b -> executed.map(e -> e.exact().dividedBy(b.exact())));
    }

    private static List<SectionPage.Payer> payers(Frame frame, Executed executed, SectionMoney of) {
        List<SectionPage.Payer> payers = new ArrayList<>();
        for (SectionMoney.Payer payer : of.payers()) {
            payers.add(line(
                    frame,
                    executed,
                    frame.say(payer.title()),
                    payer.table(),
                    "/money/" + of.plan() + "/months?of=" + payer.account()
                            + (payer.segment().isEmpty() ? "" : "." + payer.segment()),
                    payer.budget(),
                    payer.executed(),
                    payer.forecast()));
        }
        if (of.payers().size() > 1) {
            payers.add(line(
                    frame, executed, frame.say("計", "Total"), "", null, of.budget(), of.executed(), of.forecast()));
        }
        return payers;
    }

    private static SectionPage.Payer line(
            Frame frame,
            Executed executed,
            String title,
            String table,
            @Nullable String address,
            Optional<Yen> budget,
            Optional<Yen> spent,
            Optional<Yen> forecast) {
        Optional<Fraction> rate = rate(budget, spent);
        String words = rate.map(r -> frame.writing().percent(r)).orElse("－");
        return new SectionPage.Payer(
                title,
                table,
                OverviewViews.millions(frame, budget),
                OverviewViews.millions(frame, spent),
                address,
                words,
                OverviewViews.millions(frame, forecast),
                rate.isEmpty() ? null : bullet(title + "　" + words, executed, budget, spent, forecast));
    }

    private static Bullet bullet(
            String message, Executed executed, Optional<Yen> budget, Optional<Yen> spent, Optional<Yen> forecast) {
        double target = budget.map(b -> b.exact().approximate()).orElse(0.0);
        return new Bullet(
                message,
                spent.map(s -> s.exact().approximate()).orElse(0.0),
                target * executed.whole() / executed.months().size(),
                forecast.map(f -> f.exact().approximate()).orElse(null),
                target);
    }

    private static String personnel(Frame frame, SectionMoney of) {
        if (of.personnelEstimate().isEmpty()) {
            return frame.say("人件費の見積りは示されていません。", "No estimate of pay is given.");
        }
        String estimate = OverviewViews.millions(frame, of.personnelEstimate());
        String actual = OverviewViews.millions(frame, of.personnelActual());
        return frame.say(
                "うち人件費　見積り" + estimate + "百万円、これまで" + actual + "百万円。",
                "Of which pay: estimated " + estimate + ", so far " + actual + " million yen.");
    }

    private List<SectionPage.Goal> goals(Frame frame, Plan plan, Place section) {
        return progress.standings(plan.id()).stream()
                .filter(standing -> standing.indicator().section().within(section)
                        || section.within(standing.indicator().section()))
                .map(standing -> goal(frame, standing))
                .toList();
    }

    private static SectionPage.Goal goal(Frame frame, ThresholdStanding standing) {
        boolean ratio = standing.unit().ratio();
        return new SectionPage.Goal(
                standing.threshold().id(),
                frame.say(standing.threshold().title()),
                standing.value().map(v -> frame.writing().amount(v, ratio)).orElse("－"),
                standing.link(),
                frame.writing().amount(standing.target(), ratio)
                        + frame.say("", " ")
                        + (ratio ? "" : frame.say(standing.unit().title())),
                standing.achievement().map(a -> frame.writing().percentCut(a)).orElse("－"),
                status(standing.status()),
                frame.say(standing.status().title()));
    }

    private static Status status(ThresholdStanding.Status status) {
        return switch (status) {
            case REACHED -> Status.ACHIEVED;
            case ON_TRACK -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case AT_RISK -> Status.AT_RISK;
            case NOT_YET -> Status.NOT_COUNTED_YET;
            case UNCOUNTABLE -> Status.TO_BE_CHECKED;
        };
    }

    private static List<String> remarks(Frame frame, Executed executed) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                frame.say(
                        "どの区分がどの箇所の費用を持つかは計画に印刷されておらず、計画パッケージに明記した対応によります。",
                        "Which segment pays for which section is not printed in the plan; it is written in the plan's package."));
        remarks.addAll(OverviewViews.remarks(frame, executed));
        return remarks;
    }
}
