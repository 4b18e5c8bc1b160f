package tsukasa.cycle.evaluation;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class EvaluationController {
    private static final String ITEM = EvaluationViews.BASE + "/{plan}/{section}";
    private static final String MINISTERS = "minister-";
    private final Evaluations evaluations;
    private final EvaluationViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    EvaluationController(Evaluations evaluations, EvaluationViews views, PlanShelf shelf, Notices notices) {
        this.evaluations = evaluations;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry evaluationEntry(EvaluationStore store) {
        return StaffMenuEntry.of(
                        Text.of("評価", "Evaluation"),
                        Text.of("項目ごとの自己評価と主務大臣評価", "Self-evaluation and the minister's, item by item"),
                        EvaluationViews.BASE,
                        Permission.READ_EVALUATION.name(),
                        34)
                .counting(store::waiting);
    }

    /// The address names the item; what was sent is read from the form.
    private record Asked(Plan plan, Place section, ItemSheet sheet, Words words, int read, String why) {}

    @GetMapping(EvaluationViews.BASE)
    @Permit(Permission.READ_EVALUATION)
    EvaluationsPage newest(Frame frame, Visitor visitor) {
        return shelf.inForce(frame.today())
                .map(plan -> views.list(frame, visitor, plan))
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    @GetMapping(EvaluationViews.BASE + "/{plan}")
    @Permit(Permission.READ_EVALUATION)
    EvaluationsPage list(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.list(frame, visitor, plan(plan));
    }

    @GetMapping(ITEM)
    @Permit(Permission.READ_EVALUATION)
    EvaluationPage one(Frame frame, Visitor visitor, @PathVariable String plan, @PathVariable String section) {
        return views.one(frame, visitor, sheet(plan(plan), section), null, Errors.none(), 200);
    }

    /// @param then `submit` to ask for approval, anything else keeps a draft
    @PostMapping(ITEM + "/self")
    @Permit(Permission.WRITE_EVALUATION)
    Answer write(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String then) {
        Asked asked = asked(request, plan, section);
        if (!EvaluationViews.writes(visitor, asked.sheet)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("ほかの部署の項目は評価できません。", "You do not evaluate items of other departments."),
                    Text.of("その項目の施策を担当する部署に頼んでください。", "Ask a department with measures in it."));
        }
        return then.equals("submit")
                ? answer(
                        frame,
                        visitor,
                        request,
                        asked,
                        Kind.SELF,
                        evaluations.submit(asked.plan, asked.section, Kind.SELF, asked.words, asked.read, visitor),
                        frame.say("承認を求めました。", "Submitted for approval."))
                : answer(
                        frame,
                        visitor,
                        request,
                        asked,
                        Kind.SELF,
                        evaluations.write(asked.plan, asked.section, Kind.SELF, asked.words, asked.read, visitor),
                        frame.say("下書きを保存しました。", "Draft saved."));
    }

    @PostMapping(ITEM + "/minister")
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    Answer give(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String then) {
        Asked asked = asked(request, plan, section, MINISTERS);
        boolean last = then.equals("submit");
        CycleOutcome outcome = last
                ? evaluations.submit(asked.plan, asked.section, Kind.MINISTER, asked.words, asked.read, visitor)
                : evaluations.write(asked.plan, asked.section, Kind.MINISTER, asked.words, asked.read, visitor);
        String done = last
                ? frame.say("主務大臣評価を確定しました。", "The minister's evaluation is final.")
                : frame.say("下書きを保存しました。", "Draft saved.");
        return answer(frame, visitor, request, asked, Kind.MINISTER, outcome, done);
    }

    @PostMapping(ITEM + "/approval")
    @Permit(Permission.APPROVE_EVALUATION)
    Answer approve(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section) {
        Asked asked = asked(request, plan, section);
        return answer(
                frame,
                visitor,
                request,
                asked,
                null,
                evaluations.approve(asked.plan, asked.section, asked.read, visitor),
                frame.say("自己評価を確定しました。", "The self-evaluation is final."));
    }

    @PostMapping(ITEM + "/return")
    @Permit(Permission.APPROVE_EVALUATION)
    Answer giveBack(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section) {
        Asked asked = asked(request, plan, section);
        return answer(
                frame,
                visitor,
                request,
                asked,
                null,
                evaluations.giveBack(asked.plan, asked.section, asked.read, asked.why, visitor),
                frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(ITEM + "/reopening")
    @Permit(Permission.APPROVE_EVALUATION)
    Answer reopen(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section) {
        return reopened(frame, visitor, request, asked(request, plan, section), Kind.SELF);
    }

    @PostMapping(ITEM + "/minister/reopening")
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    Answer reopenMinisters(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String section) {
        return reopened(frame, visitor, request, asked(request, plan, section), Kind.MINISTER);
    }

    private Answer reopened(Frame frame, Visitor visitor, HttpServletRequest request, Asked asked, Kind kind) {
        CycleOutcome outcome = evaluations.reopen(asked.plan, asked.section, kind, asked.read, asked.why, visitor);
        return answer(frame, visitor, request, asked, null, outcome, frame.say("再び開きました。", "It is open again."));
    }

    /// @param kind whose words were sent; null where only a word about them was
    private Answer answer(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Asked asked,
            @Nullable Kind kind,
            CycleOutcome outcome,
            String done) {
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                yield new Redirect(
                        EvaluationViews.BASE + "/" + asked.plan.id() + "/" + EvaluationWords.slug(asked.sheet));
            }
            case CycleOutcome.Refused refused -> {
                var sent = kind == null ? null : new EvaluationViews.Sent(kind, asked.words, asked.read);
                yield views.one(
                        frame,
                        visitor,
                        sheet(asked.plan, asked.section.slug()),
                        sent,
                        errors(frame, kind, refused),
                        refused.status());
            }
        };
    }

    private static Errors errors(Frame frame, @Nullable Kind kind, CycleOutcome.Refused refused) {
        Errors named = Errors.none();
        for (Errors.Entry entry : refused.errors(frame).entries()) {
            boolean theirs = kind == Kind.MINISTER && !entry.field().isEmpty();
            named = named.with(theirs ? MINISTERS + entry.field() : entry.field(), entry.sentence());
        }
        return named;
    }

    private Asked asked(HttpServletRequest request, String id, String section) {
        return asked(request, id, section, "");
    }

    /// @param before what the names of the fields begin with: both evaluations stand on one page
    private Asked asked(HttpServletRequest request, String id, String section, String before) {
        Plan plan = plan(id);
        ItemSheet sheet = sheet(plan, section);
        return new Asked(
                plan,
                EvaluationDesk.place(sheet),
                sheet,
                new Words(
                        text(request, before + "grade"),
                        text(request, before + "reason"),
                        text(request, before + "response"),
                        text(request, before + "improvement")),
                number(text(request, "read")),
                text(request, "why"));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    private ItemSheet sheet(Plan plan, String slug) {
        Place place = slug.equals(Evaluation.OVERALL.slug())
                ? Evaluation.OVERALL
                : plan.itemAt(slug).map(item -> item.place()).orElse(new Place("none"));
        return evaluations
                .sheet(plan, place)
                .orElseThrow(() -> Problem.notFound(
                        Text.of("その箇所は、評価する項目ではありません。", "That place is not evaluated as an item of its own.")));
    }
}
