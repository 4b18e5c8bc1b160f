package tsukasa.cycle.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDrafts.Drafted;
import tsukasa.cycle.draft.DraftApprovalPage.Typed;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.print.Printing;
import tsukasa.plan.PlanComparison;

/// Old and new side by side, and the way of a draft to the plan in force.
@Controller
class DraftApprovalController {
    private static final String DRAFT = DraftHeads.BASE + "/{id}";
    private final DraftDesk desk;
    private final Drafts drafts;
    private final PlanComparison comparison;
    private final Printing printing;
    private final Notices notices;

    DraftApprovalController(
            DraftDesk desk, Drafts drafts, PlanComparison comparison, Printing printing, Notices notices) {
        this.desk = desk;
        this.drafts = drafts;
        this.comparison = comparison;
        this.printing = printing;
        this.notices = notices;
    }

    @GetMapping(DRAFT + "/comparison")
    @Permit(Permission.READ_DRAFTS)
    DraftComparisonPage compared(Frame frame, @PathVariable String id) {
        return compared(frame, drafts.open(id), false);
    }

    @GetMapping(DRAFT + "/comparison.pdf")
    @Permit(Permission.READ_DRAFTS)
    ResponseEntity<byte[]> printed(Frame frame, @PathVariable String id) {
        Open open = drafts.open(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(open.draft().plan() + "-comparison.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(printing.pdf(compared(frame, open, true)));
    }

    private DraftComparisonPage compared(Frame frame, Open open, boolean paper) {
        PlanDraft draft = open.draft();
        Drafted drafted = Drafting.soFar(open.base(), draft);
        Comparison found = comparison.between(frame, open.base(), drafted.plan(), drafted.traces());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                frame.say("旧", "Before"),
                frame.say(open.base().title())
                        + frame.say("　第" + draft.baseVersion() + "版", ", version " + draft.baseVersion())));
        facts.add(Fact.of(
                frame.say("新", "After"),
                frame.say(draft.title()) + "　" + frame.say(draft.kind().title())));
        if (!draft.reason().isEmpty()) {
            facts.add(Fact.of(frame.say("理由", "Reason"), draft.reason()));
        }
        return new DraftComparisonPage(
                frame,
                paper,
                DraftHeads.of(frame, draft, "comparison"),
                frame.say(open.base().agency()),
                frame.say(found.lead()),
                facts,
                found);
    }

    @GetMapping(DRAFT + "/approval")
    @Permit(Permission.READ_DRAFTS)
    DraftApprovalPage approval(Frame frame, Visitor visitor, @PathVariable String id) {
        Open open = drafts.open(id);
        return page(frame, visitor, open, typed(open.draft()), Errors.none(), 200);
    }

    private static Typed typed(PlanDraft draft) {
        return new Typed(draft.title().ja(), draft.title().en(), draft.reason());
    }

    private DraftApprovalPage page(Frame frame, Visitor visitor, Open open, Typed typed, Errors errors, int answer) {
        PlanDraft draft = open.draft();
        boolean manages = visitor.may(Permission.MANAGE_PLAN) && draft.state().open();
        boolean waits = draft.state() == PlanDraft.State.SUBMITTED && visitor.may(Permission.ADOPT_PLANS);
        boolean wrote = waits && desk.wrote(draft.id(), visitor);
        List<Fault> left =
                draft.state().open() ? DraftRules.ofSubmission(draft, open.base(), open.drafted()) : List.of();
        return new DraftApprovalPage(
                frame,
                DraftHeads.of(frame, draft, "approval"),
                typed,
                left.stream().map(fault -> frame.say(fault.sentence())).toList(),
                manages,
                manages && left.isEmpty(),
                waits && !wrote,
                hindrance(frame, open, wrote),
                draft.state() == PlanDraft.State.ADOPTED ? "/plan/" + draft.plan() : "",
                draft.events().size(),
                moments(frame, draft),
                errors,
                answer);
    }

    private String hindrance(Frame frame, Open open, boolean wrote) {
        if (wrote) {
            return frame.say("自分が書いた案は、自分では確定できません。", "You wrote in it: somebody else adopts it.");
        }
        boolean changed = open.draft().state() != PlanDraft.State.ADOPTED && !desk.isCurrent(open.draft());
        return changed
                ? frame.say(
                        "もとの計画は、この案をつくり始めた後に変わりました。案の項目は、変わる前の版からのものです。",
                        "The plan it grows from was changed since the draft began; its clauses are those of the version before.")
                : "";
    }

    private static List<Moment> moments(Frame frame, PlanDraft draft) {
        List<Moment> moments = new ArrayList<>();
        for (PlanDraft.Event event : draft.events().reversed()) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(event.became().title()) + "　" + event.byName()
                    + (event.why().isEmpty() ? "" : "　" + event.why());
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }

    @PostMapping(DRAFT + "/description")
    @Permit(Permission.MANAGE_PLAN)
    Answer describe(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Open open = drafts.open(id);
        Typed typed = new Typed(
                Drafts.text(request, "titleJa"), Drafts.text(request, "titleEn"), Drafts.text(request, "reason"));
        CycleOutcome outcome = typed.titleJa().isBlank() || typed.titleEn().isBlank()
                ? CycleOutcome.wrong("titleJa", "題名を日本語と英語で書いてください。", "Write the title in both languages.")
                : desk.describe(
                        open.draft().id(),
                        Text.of(typed.titleJa(), typed.titleEn()),
                        typed.reason(),
                        read(request),
                        visitor);
        return answer(frame, visitor, request, open, typed, outcome, frame.say("改めました。", "Changed."));
    }

    @PostMapping(DRAFT + "/submission")
    @Permit(Permission.MANAGE_PLAN)
    Answer submit(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Open open = drafts.open(id);
        CycleOutcome outcome = desk.submit(open.draft().id(), read(request), visitor);
        String done = frame.say("承認を求めました。役員が確定します。", "Submitted. An executive adopts it.");
        return answer(frame, visitor, request, open, typed(open.draft()), outcome, done);
    }

    @PostMapping(DRAFT + "/return")
    @Permit(Permission.ADOPT_PLANS)
    Answer giveBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Open open = drafts.open(id);
        CycleOutcome outcome = desk.giveBack(open.draft().id(), read(request), Drafts.text(request, "why"), visitor);
        return answer(frame, visitor, request, open, typed(open.draft()), outcome, frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(DRAFT + "/adoption")
    @Permit(Permission.ADOPT_PLANS)
    Answer adopt(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Open open = drafts.open(id);
        CycleOutcome outcome = desk.adopt(open.draft().id(), read(request), visitor);
        String done = frame.say("計画として確定し、公開しました。", "It is the plan now, and public.");
        return answer(frame, visitor, request, open, typed(open.draft()), outcome, done);
    }

    @PostMapping(DRAFT + "/abandonment")
    @Permit(Permission.MANAGE_PLAN)
    Answer abandon(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        Open open = drafts.open(id);
        CycleOutcome outcome = desk.abandon(open.draft().id(), read(request), Drafts.text(request, "why"), visitor);
        return answer(frame, visitor, request, open, typed(open.draft()), outcome, frame.say("取りやめました。", "Abandoned."));
    }

    private static int read(HttpServletRequest request) {
        return Drafts.number(Drafts.text(request, "read"));
    }

    private Answer answer(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Open open,
            Typed typed,
            CycleOutcome outcome,
            String done) {
        String id = String.valueOf(open.draft().id());
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                yield new Redirect(DraftHeads.BASE + "/" + id + "/approval");
            }
            case CycleOutcome.Refused refused ->
                page(frame, visitor, drafts.open(id), typed, refused.errors(frame), refused.status());
        };
    }
}
