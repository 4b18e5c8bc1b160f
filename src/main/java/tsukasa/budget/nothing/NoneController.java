package tsukasa.budget.nothing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.budget.MoneyView;
import tsukasa.budget.NoneOutcome;
import tsukasa.budget.NoneRegister;
import tsukasa.budget.WrittenYen;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

@Controller
class NoneController {
    private final NoneRegister register;
    private final NoneViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    NoneController(NoneRegister register, NoneViews views, PlanShelf shelf, Notices notices) {
        this.register = register;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping("/staff/money/{plan}/none")
    @Permit(Permission.USE_STAFF_PAGES)
    NonePage page(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.page(frame, visitor, plan(plan), NoneViews.Sent.nothing());
    }

    @PostMapping("/staff/money/{plan}/none/{place}/confirmation")
    @Permit(Permission.MANAGE_BORROWING)
    Answer confirm(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String place) {
        Deed deed = new Deed(frame, visitor, request, plan(plan), place);
        return deed.to(
                register.confirm(deed.plan, deed.at, deed.seen(), visitor),
                frame.say("「なし」と確かめました。", "Confirmed: none."));
    }

    @PostMapping("/staff/money/{plan}/none/{place}/entry")
    @Permit(Permission.MANAGE_BORROWING)
    Answer propose(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String place) {
        Deed deed = new Deed(frame, visitor, request, plan(plan), place);
        Optional<Long> yen = Optional.empty();
        if (!deed.text("yen").isEmpty()) {
            if (!(WrittenYen.read(deed.text("yen")) instanceof WrittenYen.Of(long amount) && amount >= 0)) {
                return deed.again(frame.say("金額を0円以上の整数で書いてください。", "Write whole yen, 0 or more."), 422);
            }
            yen = Optional.of(amount);
        }
        return deed.to(
                register.propose(
                        deed.plan, deed.at, deed.seen(), deed.text("subject"), yen, deed.text("reason"), visitor),
                frame.say("登録を申請しました。", "The entry is proposed."));
    }

    @PostMapping("/staff/money/{plan}/none/{place}/approval")
    @Permit(Permission.APPROVE_BORROWING)
    Answer approve(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String place) {
        Deed deed = new Deed(frame, visitor, request, plan(plan), place);
        return deed.to(
                register.approve(deed.plan, deed.at, deed.seen(), visitor),
                frame.say("登録を承認しました。", "The entry is approved."));
    }

    @PostMapping("/staff/money/{plan}/none/{place}/return")
    @Permit(Permission.APPROVE_BORROWING)
    Answer giveBack(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String place) {
        Deed deed = new Deed(frame, visitor, request, plan(plan), place);
        return deed.to(
                register.giveBack(deed.plan, deed.at, deed.seen(), deed.text("reason"), visitor),
                frame.say("差し戻しました。", "Returned."));
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    /// One form about one place.
    private final class Deed {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Place at;

        Deed(Frame frame, Visitor visitor, HttpServletRequest request, Plan plan, String place) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.plan = plan;
            this.at = plan.itemAt(place).map(PlanItem::place).orElseThrow(NoneController::notThere);
        }

        String text(String field) {
            String value = request.getParameter(field);
            return value == null ? "" : value.strip();
        }

        int seen() {
            return text("seen").matches("[0-9]{1,6}") ? Integer.parseInt(text("seen")) : -1;
        }

        Answer to(NoneOutcome outcome, String done) {
            return switch (outcome) {
                case NoneOutcome.Done _ -> {
                    notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                    yield new Redirect(MoneyView.REGISTERS.address(plan));
                }
                case NoneOutcome.NotThere _ -> throw notThere();
                case NoneOutcome.Changed _ ->
                    again(
                            frame.say(
                                    "先にほかの人が記録しました。今の記録を確かめてください。",
                                    "Somebody else stated something first. Look at it as it is now."),
                            409);
                case NoneOutcome.NotNone _ ->
                    again(frame.say("記録があるため、「なし」とは言えません。", "There are entries, so it is not none."), 409);
                case NoneOutcome.SamePerson _ ->
                    again(frame.say("自分で申請したものは、ほかの人が承認します。", "Somebody else approves what you proposed."), 422);
                case NoneOutcome.NoReason _ ->
                    again(
                            frame.say(
                                    "内容を200字以内、理由を2,000字以内で書いてください。",
                                    "Write the subject within 200 characters and the reason within 2,000."),
                            422);
            };
        }

        Answer again(String sentence, int status) {
            Map<String, String> typed = new HashMap<>();
            for (String field : new String[] {"subject", "yen", "reason"}) {
                typed.put(field, text(field));
            }
            return views.page(frame, visitor, plan, new NoneViews.Sent(at.slug(), typed, sentence, status));
        }
    }

    private static Problem notThere() {
        return Problem.notFound(Text.of("計画のこの箇所は「なし」ではありません。", "The plan does not say none at this place."));
    }
}
