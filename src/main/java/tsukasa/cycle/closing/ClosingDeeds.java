package tsukasa.cycle.closing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.Closing;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
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
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// What is done with a period: proposed, closed, returned, reopened.
@Controller
class ClosingDeeds {
    private final Closings closings;
    private final PlanShelf shelf;
    private final ClosingViews views;
    private final Notices notices;

    ClosingDeeds(Closings closings, PlanShelf shelf, ClosingViews views, Notices notices) {
        this.closings = closings;
        this.shelf = shelf;
        this.views = views;
        this.notices = notices;
    }

    @PostMapping("/staff/closings/{plan}/{part}/proposal")
    @Permit(Permission.PROPOSE_CLOSINGS)
    Answer propose(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String part) {
        Reply reply = reply(frame, visitor, request, plan, part);
        return reply.to(closings.propose(plan, reply.period, visitor), frame.say("締めを申請しました。", "Proposed."));
    }

    @PostMapping("/staff/closings/{plan}/{part}/approval")
    @Permit(Permission.CLOSE_PERIODS)
    Answer close(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String part,
            @RequestParam(defaultValue = "0") long closing,
            @RequestParam(defaultValue = "") String despite) {
        Reply reply = reply(frame, visitor, request, plan, part);
        return reply.to(
                closings.close(reply.checked(closing), despite.equals("yes"), visitor),
                frame.say("締めました。", "The period is closed."));
    }

    @PostMapping("/staff/closings/{plan}/{part}/return")
    @Permit(Permission.CLOSE_PERIODS)
    Answer giveBack(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String part,
            @RequestParam(defaultValue = "0") long closing,
            @RequestParam(defaultValue = "") String reason) {
        Reply reply = reply(frame, visitor, request, plan, part);
        return reply.to(closings.giveBack(reply.checked(closing), reason, visitor), frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping("/staff/closings/{plan}/{part}/reopening")
    @Permit(Permission.CLOSE_PERIODS)
    Answer reopen(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String part,
            @RequestParam(defaultValue = "0") long closing,
            @RequestParam(defaultValue = "") String reason) {
        Reply reply = reply(frame, visitor, request, plan, part);
        return reply.to(
                closings.reopen(reply.checked(closing), reason, visitor),
                frame.say("再び開きました。", "The period is open again."));
    }

    private Reply reply(Frame frame, Visitor visitor, HttpServletRequest request, String id, String part) {
        Plan plan =
                shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
        Period period = Period.parse(plan.year(), part)
                .orElseThrow(() -> Problem.notFound(Text.of("その期間はありません。", "There is no such period.")));
        return new Reply(frame, visitor, request, plan, period);
    }

    /// Answers one deed on one period's page.
    private final class Reply {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Period period;

        Reply(Frame frame, Visitor visitor, HttpServletRequest request, Plan plan, Period period) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.plan = plan;
            this.period = period;
        }

        /// A closing of another period is none of this page's.
        long checked(long closing) {
            return closings.find(closing)
                    .filter(c -> c.plan().equals(plan.id()) && c.period().equals(period))
                    .map(Closing::id)
                    .orElse(0L);
        }

        Answer to(ClosingOutcome outcome, String done) {
            return switch (outcome) {
                case ClosingOutcome.Done ok -> {
                    notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                    yield new Redirect(ClosingViews.BASE + "/" + plan.id() + "/"
                            + period.part().slug());
                }
                case ClosingOutcome.NotOver(var last) -> again("", notOver(last), 409);
                case ClosingOutcome.AlreadyThere(var now) -> again("", wasFirst(now), 409);
                case ClosingOutcome.SamePerson same ->
                    again("", frame.say("自分で申請した締めは、ほかの人が確かめます。", "Somebody else closes what you proposed."), 422);
                case ClosingOutcome.NoReason none ->
                    again(
                            "reason",
                            frame.say("理由を2,000字以内で書いてください。", "Write a reason of at most 2,000 characters."),
                            422);
                case ClosingOutcome.Incomplete(int missing) ->
                    again(
                            "despite",
                            frame.say(
                                    "数えられない数が" + missing + "件あります。それでも締めるときは、確かめたことを選んでください。",
                                    missing
                                            + " numbers could not be counted. Say that you know, to close it all the same."),
                            422);
                case ClosingOutcome.NotThere none ->
                    throw Problem.notFound(Text.of("その締めはありません。", "There is no such closing."));
            };
        }

        private String notOver(LocalDate last) {
            String day = frame.writing().date(last);
            return frame.say(
                    "この期間は" + day + "の終わりまで続きます。その後に申請してください。",
                    "The period runs until the end of " + day + ". Propose it afterwards.");
        }

        private String wasFirst(Closing now) {
            String who = now.latest().byName();
            String state = frame.say(now.state().title());
            return frame.say(
                    "先に" + who + "さんが行いました（" + state + "）。今の内容を確かめてください。",
                    who + " was first (" + state + "). Look at it as it is now.");
        }

        private Answer again(String field, String sentence, int status) {
            return views.one(frame, visitor, plan, period, false, Errors.none().with(field, sentence), status);
        }
    }
}
