package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.ThresholdStanding;

/// What the year shows of a clause whose future is being decided: its service, its numbers, how the half year went and
/// what the evaluation of its section found.
@Component
class YearOfClause {
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final FollowUps followUps;
    private final Evaluations evaluations;

    YearOfClause(PlanShelf shelf, PlanProgress progress, FollowUps followUps, Evaluations evaluations) {
        this.shelf = shelf;
        this.progress = progress;
        this.followUps = followUps;
        this.evaluations = evaluations;
    }

    List<Fact> facts(Frame frame, Visitor visitor, Open open, Clause clause) {
        List<Fact> facts = new ArrayList<>();
        Optional<PlanItem> before = open.before(clause);
        before.ifPresent(item -> said(frame, open.base(), item, facts));
        Optional<Plan> plan = shelf.plan(open.base().id()).filter(open.base()::equals);
        if (before.isPresent() && plan.isPresent()) {
            numbers(frame, plan.get(), before.get(), facts);
            half(frame, plan.get(), before.get(), facts);
            if (visitor.may(Permission.READ_EVALUATION)) {
                evaluation(frame, plan.get(), before.get(), facts);
            }
        }
        return facts;
    }

    private static void said(Frame frame, Plan base, PlanItem item, List<Fact> facts) {
        facts.add(Fact.of(
                frame.writing().year(base.year()),
                item.place().label() + "　" + frame.say(item.title()),
                "/plan/" + base.id() + "/places/" + item.place().slug()));
        base.departmentOf(item)
                .flatMap(base::department)
                .ifPresent(each -> facts.add(Fact.of(frame.say("担当", "Department"), frame.say(each.title()))));
        item.outcome().ifPresent(each -> facts.add(Fact.of(frame.say("めざす姿", "Outcome"), frame.say(each))));
        item.service()
                .ifPresent(each ->
                        facts.add(Fact.of(frame.say("サービス", "Service"), frame.say(each.title()), each.address())));
    }

    private void numbers(Frame frame, Plan plan, PlanItem item, List<Fact> facts) {
        for (ThresholdStanding standing : progress.standings(plan.id())) {
            boolean shows = item.indicators().contains(standing.indicator().id())
                    || standing.indicator().place().equals(item.place());
            if (shows) {
                boolean ratio = standing.unit().ratio();
                facts.add(Fact.of(
                        standing.threshold().id(),
                        standing.value()
                                        .map(value -> frame.writing().amount(value, ratio))
                                        .orElse("—")
                                + frame.say(" ／目標 ", " of ")
                                + frame.writing().amount(standing.target(), ratio)
                                + (ratio ? "" : frame.say(standing.unit().title())),
                        "/plan/" + plan.id() + "/indicators/"
                                + standing.indicator().id()));
            }
        }
    }

    private void half(Frame frame, Plan plan, PlanItem item, List<Fact> facts) {
        if (!plan.promises(item)) {
            return;
        }
        followUps.of(plan).stream()
                .filter(said -> said.place().equals(item.place()))
                .findFirst()
                .ifPresent(said -> facts.add(half(frame, plan, item, said)));
    }

    private static Fact half(Frame frame, Plan plan, PlanItem item, FollowUp said) {
        return Fact.of(
                frame.say("上期フォローアップ", "Half-year follow-up"),
                frame.say(said.progress().title())
                        + frame.say("　年度末の見込み：", ", outlook: ")
                        + frame.say(said.outlook().title()),
                "/staff/follow-up/" + plan.id() + "/" + item.place().slug());
    }

    private void evaluation(Frame frame, Plan plan, PlanItem item, List<Fact> facts) {
        for (ItemSheet sheet : evaluations.sheets(plan)) {
            boolean within = sheet.item()
                    .map(evaluated -> item.place().within(evaluated.place()))
                    .orElse(false);
            if (within) {
                sheet.self()
                        .filter(YearOfClause::isFinal)
                        .ifPresent(self -> grade(frame, "自己評価", "Self-evaluation", self, facts));
                sheet.minister()
                        .filter(YearOfClause::isFinal)
                        .ifPresent(said -> grade(frame, "主務大臣評価", "Minister's evaluation", said, facts));
            }
        }
    }

    private static boolean isFinal(Evaluation evaluation) {
        return evaluation.state() == Evaluation.State.APPROVED;
    }

    private static void grade(Frame frame, String ja, String en, Evaluation evaluation, List<Fact> facts) {
        Evaluation.Words words = evaluation.words();
        facts.add(Fact.of(
                frame.say(ja, en),
                words.grade()
                        + (words.improvement().isEmpty()
                                ? ""
                                : frame.say("　改善：", ", to improve: ") + words.improvement())));
    }
}
