package tsukasa.enrichment.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.ProposalOutcome;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.editing.EditorViews.Shown;
import tsukasa.enrichment.editing.EditorViews.Subject;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.scoring.CvssVersion;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;

/// The editor. Whatever is pressed, all that was typed comes back.
@Controller
class EditorController {
    private static final String ENTRY = Desk.HOME + "/entries/{number}";
    private static final String ADD = "add:";
    private final Entries entries;
    private final Proposals proposals;
    private final EditorViews views;
    private final VectorViews vectors;
    private final Notices notices;

    EditorController(Entries entries, Proposals proposals, EditorViews views, VectorViews vectors, Notices notices) {
        this.entries = entries;
        this.proposals = proposals;
        this.views = views;
        this.vectors = vectors;
        this.notices = notices;
    }

    @GetMapping(ENTRY)
    @Permit(Permission.ENRICH)
    Answer editor(Frame frame, Visitor visitor, @PathVariable String number) {
        Subject subject = subject(number);
        if (!subject.head().number().toString().equals(number)) {
            return new Redirect(Desk.entry(subject.head().number()));
        }
        return views.page(frame, visitor, subject, fresh(subject));
    }

    /// As it is kept: the draft, else what we say now.
    private Shown fresh(Subject subject) {
        long entry = subject.head().id();
        Enrichment now = proposals.now(entry);
        return proposals
                .open(entry)
                .map(open -> Shown.of(
                        proposals.items(open.id(), 0, 1).stream()
                                .findFirst()
                                .map(item -> item.after().rebased(item.before(), now))
                                .orElse(now),
                        open.version()))
                .orElse(Shown.of(now, 0));
    }

    @PostMapping(ENTRY)
    @Permit(Permission.ENRICH)
    Answer write(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String number) {
        Subject subject = subject(number);
        EditorForm form = EditorForm.of(request);
        Shown shown = Shown.of(form.typed(), form.seen());
        if (form.act().startsWith(ADD)) {
            List<Affected> more = new ArrayList<>(form.typed().products());
            more.add(new Affected(form.act().substring(ADD.length()), "", false, "", false));
            return views.page(frame, visitor, subject, shown.with(form.typed().withProducts(more)));
        }
        return switch (form.act()) {
            case "texts" ->
                views.page(frame, visitor, subject, shown.with(views.drafted(form.typed(), subject.entry())));
            case "search" -> views.page(frame, visitor, subject, shown.searching(form.search()));
            case "row" -> views.page(frame, visitor, subject, shown);
            default -> save(frame, visitor, request, subject, form, shown);
        };
    }

    private Answer save(
            Frame frame, Visitor visitor, HttpServletRequest request, Subject subject, EditorForm form, Shown shown) {
        return switch (proposals.save(subject.head().id(), form.seen(), form.typed(), visitor)) {
            case ProposalOutcome.Done(long id, int _) -> {
                notices.leave(
                        request, new Notice(Notice.Kind.DONE, frame.say("下書きを保存しました。", "The draft is saved."), null));
                yield new Redirect(
                        form.act().equals("check")
                                ? Desk.proposal(id)
                                : Desk.entry(subject.head().number()));
            }
            case ProposalOutcome.Wrong(var faults) ->
                views.page(frame, visitor, subject, shown.failed(Wrong.errors(frame, faults), 422));
            case ProposalOutcome.Changed _, ProposalOutcome.Stale _, ProposalOutcome.OwnWork _ ->
                views.page(frame, visitor, subject, conflict(frame, subject, form));
        };
    }

    /// Somebody else saved first: both are shown, and saving again is a decision.
    private Shown conflict(Frame frame, Subject subject, EditorForm form) {
        Shown theirs = fresh(subject);
        String who = proposals
                .open(subject.head().id())
                .flatMap(open -> open.events().stream().reduce((_, last) -> last))
                .map(Proposal.Event::byName)
                .orElse("");
        String sentence = frame.say(
                "あなたが開いた後に、" + (who.isEmpty() ? "ほかの人" : who + "さん") + "が保存しました。入力した内容は残っています。違うところを下で確かめて、保存し直してください。",
                (who.isEmpty() ? "Somebody else" : who)
                        + " saved after you opened this. What you typed is still here. See below where both differ, then save again.");
        return new Shown(
                form.typed(),
                theirs.seen(),
                null,
                EditorViews.conflicts(frame, form.typed(), theirs.typed()),
                Errors.none().with("", sentence),
                409);
    }

    @GetMapping(Desk.HOME + "/scores")
    @Permit(Permission.ENRICH)
    ScoresPage scores(Frame frame, HttpServletRequest request) {
        Map<CvssVersion, String> typed = new LinkedHashMap<>();
        for (CvssVersion version : CvssVersion.values()) {
            typed.put(version, FormFields.text(request, EditorForm.field(version)));
        }
        return new ScoresPage(frame, vectors.scores(frame, typed, Errors.none()));
    }

    @PostMapping(ENTRY + "/withdrawal")
    @Permit(Permission.ENRICH)
    Answer withdraw(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String number) {
        Subject subject = subject(number);
        return switch (proposals.proposeWithdrawal(subject.head().id(), FormFields.text(request, "reason"), visitor)) {
            case ProposalOutcome.Done(long id, int _) -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE, frame.say("追記の取り下げを申請しました。", "The withdrawal is submitted."), null));
                yield new Redirect(Desk.proposal(id));
            }
            case ProposalOutcome.Wrong(var faults) ->
                views.page(frame, visitor, subject, fresh(subject).failed(Wrong.errors(frame, faults), 422));
            case ProposalOutcome.Changed _, ProposalOutcome.Stale _, ProposalOutcome.OwnWork _ ->
                views.page(
                        frame,
                        visitor,
                        subject,
                        fresh(subject)
                                .failed(
                                        Errors.none()
                                                .with(
                                                        "",
                                                        frame.say(
                                                                "ほかの提案があるか、取り下げる追記がありません。",
                                                                "There is another proposal, or nothing to withdraw.")),
                                        409));
        };
    }

    private Subject subject(String number) {
        EntryHead head = EntryId.read(number)
                .map(EntryId::toString)
                .flatMap(read -> entries.known(read).stream()
                        .filter(each -> each.number().toString().equals(read))
                        .findFirst()
                        .or(() -> entries.known(read).stream().findFirst()))
                .orElseThrow(Desk::notThere);
        return new Subject(
                head,
                Optional.of(entries.read(List.of(head.id())))
                        .filter(all -> !all.isEmpty())
                        .map(List::getFirst)
                        .orElseThrow(Desk::notThere));
    }
}
