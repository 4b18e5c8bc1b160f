package tsukasa.enrichment.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.ProposalOutcome;
import tsukasa.enrichment.Proposals;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// Proposals on their way to approval.
@Controller
class ProposalController {
    private static final String ALL = Desk.HOME + "/proposals";
    private static final String ONE = ALL + "/{id}";
    private final Proposals proposals;
    private final ProposalViews views;
    private final Notices notices;

    ProposalController(Proposals proposals, ProposalViews views, Notices notices) {
        this.proposals = proposals;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping(ALL)
    @Permit(Permission.ENRICH)
    ProposalsPage list(Frame frame, HttpServletRequest request) {
        return views.list(frame, state(FormFields.text(request, "state")), page(request));
    }

    private static Proposal.@Nullable State state(String name) {
        return Arrays.stream(Proposal.State.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(ONE)
    @Permit(Permission.ENRICH)
    ProposalPage one(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        return views.page(frame, visitor, proposal(id), page(request), "", tsukasa.kernel.page.Errors.none(), 200);
    }

    @PostMapping(ONE + "/submission")
    @Permit(Permission.ENRICH)
    Answer submit(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(
                proposals.submit(step.id, step.seen(), step.reason(), visitor),
                frame.say("申請しました。ほかの人の承認を待ちます。", "Submitted. It waits for somebody else's approval."));
    }

    @PostMapping(ONE + "/taking-back")
    @Permit(Permission.ENRICH)
    Answer takeBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(
                proposals.takeBack(step.id, step.seen(), visitor),
                frame.say("取り戻しました。また書けます。", "Taken back. It can be written in again."));
    }

    @PostMapping(ONE + "/dropping")
    @Permit(Permission.ENRICH)
    Answer drop(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(proposals.drop(step.id, step.seen(), visitor), frame.say("取りやめました。", "Dropped."));
    }

    @PostMapping(ONE + "/return")
    @Permit(Permission.APPROVE_ENRICHMENT)
    Answer giveBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(
                proposals.giveBack(step.id, step.seen(), step.reason(), visitor), frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(ONE + "/approval")
    @Permit(Permission.APPROVE_ENRICHMENT)
    Answer approve(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(
                proposals.approve(step.id, step.seen(), visitor), frame.say("承認し、公開しました。", "Approved and public."));
    }

    @PostMapping(ONE + "/undoing")
    @Permit(Permission.ENRICH)
    Answer undo(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Step step = new Step(frame, visitor, request, proposal(id).id());
        return step.to(
                proposals.proposeUndo(step.id, step.reason(), visitor),
                frame.say(
                        "取り消しを申請しました。ほかの人が承認すると、元に戻ります。",
                        "Undoing is submitted. Once somebody else approves, all is as before."));
    }

    private Proposal proposal(String id) {
        return proposals
                .find(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0)
                .orElseThrow(() -> Problem.notFound(Text.of("その提案はありません。", "There is no such proposal.")));
    }

    private static int page(HttpServletRequest request) {
        return Math.max(1, FormFields.count(FormFields.text(request, "page")));
    }

    /// One form about one proposal.
    private final class Step {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final long id;

        Step(Frame frame, Visitor visitor, HttpServletRequest request, long id) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.id = id;
        }

        int seen() {
            return FormFields.count(FormFields.text(request, "seen"));
        }

        String reason() {
            return FormFields.text(request, "reason");
        }

        Answer to(ProposalOutcome outcome, String done) {
            return switch (outcome) {
                case ProposalOutcome.Done(long next, int refused) -> {
                    String detail = refused == 0
                            ? null
                            : frame.say(
                                    refused + "件は、作成した後に変わっていたため行いませんでした。下に示します。",
                                    refused + " were left out, because they had changed since. They are marked below.");
                    notices.leave(
                            request, new Notice(refused == 0 ? Notice.Kind.DONE : Notice.Kind.WARNING, done, detail));
                    yield new Redirect(Desk.proposal(next));
                }
                case ProposalOutcome.Changed _ ->
                    again(
                            Fault.of(
                                    "",
                                    "あなたが見た後に、ほかの人が動かしました。今の内容を確かめてください。",
                                    "Somebody has moved it since you saw it. Look at it as it is now."),
                            409);
                case ProposalOutcome.Stale _ ->
                    again(
                            Fault.of(
                                    "",
                                    "この提案を書いた後に、同じ脆弱性への追記が変わりました。書いた人が開いて保存し直すと、新しい内容に合わせられます。",
                                    "What our analysts say of this entry has changed since. Whoever wrote it opens and saves it again to bring it up to date."),
                            409);
                case ProposalOutcome.OwnWork _ ->
                    again(
                            Fault.of(
                                    "",
                                    "書いた人と承認する人は別でなければなりません。取り戻しや取りやめは、書いた人だけができます。",
                                    "Whoever wrote it does not decide about it; and only they take it back or drop it."),
                            403);
                case ProposalOutcome.Wrong(List<Fault> faults) -> again(faults, 422);
            };
        }

        private Answer again(Fault fault, int status) {
            return again(List.of(fault), status);
        }

        private Answer again(List<Fault> faults, int status) {
            return views.page(
                    frame, visitor, proposals.find(id).orElseThrow(), 1, reason(), Wrong.errors(frame, faults), status);
        }
    }
}
