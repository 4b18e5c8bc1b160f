package tsukasa.budget.grant;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tsukasa.budget.Execution;
import tsukasa.budget.Grant;
import tsukasa.budget.GrantUse;
import tsukasa.budget.GrantUse.Alarm;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyView;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.Yen;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Plan;

/// Draws the page of the grant.
@Component
class GrantViews {
    private final Grant grant;
    private final Execution execution;
    private final MoneyYears years;

    GrantViews(Grant grant, Execution execution, MoneyYears years) {
        this.grant = grant;
        this.execution = execution;
        this.years = years;
    }

    GrantPage page(Frame frame, Plan plan) {
        List<GrantUse> uses = grant.of(plan);
        Optional<YearMonth> through = execution.of(plan).through();
        List<GrantPage.Line> lines = new ArrayList<>();
        uses.forEach(use -> lines.add(line(frame, use)));
        if (uses.size() > 1) {
            lines.add(total(frame, uses));
        }
        MoneyRules.GrantWarning rule = years.rules(plan).warning();
        return new GrantPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                MoneyView.GRANT.tabs(frame, plan),
                lead(frame, uses),
                asOf(frame, through),
                lines,
                frame.say(
                        "年度末に残る見込みが、交付額の" + frame.writing().percent(rule.share()) + "か"
                                + frame.writing().number(rule.amount().millions())
                                + "百万円のどちらかを超えると「不用額のおそれ」、交付額より多く使う見込みなら「不足のおそれ」になります。この決まりは年度のファイルで変えられます。",
                        "It warns when more than " + frame.writing().percent(rule.share())
                                + " of the grant or more than "
                                + frame.writing().number(rule.amount().millions())
                                + " million yen would be left, or when more would be used than there is. The rule stands in the year's file."),
                frame.say(
                        "使い残した交付金は、中期目標期間の終わりに精算され、国庫に納めます。受入れは区分の予算の割合で単位に分けています。",
                        "A grant that stays unused is settled at the end of the mid-term period and goes back to the state. What was received is divided among units like the budget."));
    }

    static String asOf(Frame frame, Optional<YearMonth> through) {
        return through.map(month -> frame.say(
                        frame.writing().date(month.atEndOfMonth()) + "時点、百万円",
                        "As of " + frame.writing().date(month.atEndOfMonth()) + ", million yen"))
                .orElse(frame.say("百万円", "Million yen"));
    }

    private static String lead(Frame frame, List<GrantUse> uses) {
        List<String> odd = uses.stream()
                .filter(use -> use.alarm() == Alarm.UNUSED || use.alarm() == Alarm.SHORT)
                .map(use -> frame.say(use.title()))
                .toList();
        if (uses.isEmpty()) {
            return frame.say("この年度に、交付金を使う単位の決まりはありません。", "No units that use the grant are set for this year.");
        }
        if (uses.stream().allMatch(use -> use.alarm() == Alarm.NOT_YET)) {
            return frame.say("まだ、そろった月がありません。", "No month is complete yet.");
        }
        return odd.isEmpty()
                ? frame.say("予期しない使い残しの見込みはありません。", "No unexpected remainder is in sight.")
                : frame.say(
                        String.join("、", odd) + "で、交付金が予定どおりに使われない見込みです。",
                        "The grant will not be used as planned: " + String.join(", ", odd) + ".");
    }

    private static GrantPage.Line line(Frame frame, GrantUse use) {
        return new GrantPage.Line(
                frame.say(use.segmentTitle()),
                frame.say(use.title()),
                false,
                millions(frame, Optional.of(use.granted())),
                millions(frame, use.received()),
                millions(frame, use.used()),
                millions(frame, use.forecast()),
                millions(frame, use.left()),
                share(frame, use.granted(), use.left()),
                status(use.alarm()),
                frame.say(use.alarm().title()));
    }

    /// The whole has no alarm of its own: what is left in one unit cannot make up for another.
    private static GrantPage.Line total(Frame frame, List<GrantUse> uses) {
        Yen granted = uses.stream().map(GrantUse::granted).reduce(Yen.ZERO, Yen::plus);
        Optional<Yen> left = sum(uses, GrantUse::left);
        return new GrantPage.Line(
                frame.say("計", "Total"),
                "",
                true,
                millions(frame, Optional.of(granted)),
                millions(frame, sum(uses, GrantUse::received)),
                millions(frame, sum(uses, GrantUse::used)),
                millions(frame, sum(uses, GrantUse::forecast)),
                millions(frame, left),
                share(frame, granted, left),
                Status.NOT_COUNTED_YET,
                "");
    }

    private static Optional<Yen> sum(List<GrantUse> uses, Function<GrantUse, Optional<Yen>> of) {
        return uses.stream().flatMap(use -> of.apply(use).stream()).reduce(Yen::plus);
    }

    static String millions(Frame frame, Optional<Yen> amount) {
        return frame.writing().millions(amount.map(Yen::millions).orElse(null));
    }

    static String share(Frame frame, Yen whole, Optional<Yen> part) {
        if (whole.exact().isZero() || part.isEmpty()) {
            return "－";
        }
        Fraction share = part.get().exact().dividedBy(whole.exact());
        String words = frame.writing().percent(share);
        return words.startsWith("-") ? "△" + words.substring(1) : words;
    }

    private static Status status(Alarm alarm) {
        return switch (alarm) {
            case NOT_YET -> Status.NOT_COUNTED_YET;
            case NONE -> Status.ON_TRACK;
            case UNUSED -> Status.TO_BE_CHECKED;
            case SHORT -> Status.AT_RISK;
        };
    }
}
