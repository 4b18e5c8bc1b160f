package tsukasa.alerts.desk;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertWords;
import tsukasa.alerts.AlertWriting;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.DraftAnswers;
import tsukasa.kernel.foureyes.DraftLine;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Writing;

@Controller
class DraftController {
    static final String BASE = "/staff/alerts";
    private static final Action READ = Action.of("alert.draft-read", "注意喚起の案を閲覧", "Draft of an alert read");
    private final AlertWriting desk;
    private final DraftViews views;
    private final AuditTrail trail;
    private final DraftAnswers<AlertDraft> answers;

    DraftController(AlertWriting desk, DraftViews views, AuditTrail trail, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.trail = trail;
        this.answers = new DraftAnswers<>(BASE, desk::find, notices);
    }

    @Bean
    static KnownActions alertReads() {
        return KnownActions.of(READ);
    }

    @Bean
    static StaffMenuEntry alertsEntry(AlertWriting desk) {
        return StaffMenuEntry.of(
                        Text.of("注意喚起", "Alerts"),
                        Text.of("急いで知らせることを書き、承認して公表する", "Write what must be told soon, approve and publish it"),
                        BASE,
                        Permission.WRITE_ALERTS.name(),
                        28)
                .counting(() -> DraftLine.waiting(desk.open()));
    }

    @GetMapping(BASE)
    @Permit(Permission.WRITE_ALERTS)
    DraftsPage list(Frame frame) {
        trail.record(Deed.read(READ, Thing.all("alert-draft")));
        return views.list(frame);
    }

    @GetMapping(BASE + "/new")
    @Permit(Permission.WRITE_ALERTS)
    DraftPage fresh(Frame frame) {
        return views.fresh(frame, AlertWords.NONE, Errors.none());
    }

    @PostMapping(BASE + "/new")
    @Permit(Permission.WRITE_ALERTS)
    Answer begin(Frame frame, Visitor visitor, HttpServletRequest request) {
        AlertWords typed = typed(request);
        return switch (desk.begin(typed, visitor)) {
            case DraftOutcome.Done<AlertDraft>(AlertDraft draft) ->
                answers.done(request, draft, frame.say("案を保存しました。", "The draft is saved."));
            case DraftOutcome.Refused<AlertDraft> refused -> views.fresh(frame, typed, refused.errors(frame));
        };
    }

    @GetMapping(BASE + "/drafts/{id}")
    @Permit(Permission.WRITE_ALERTS)
    DraftPage draft(Frame frame, Visitor visitor, @PathVariable String id) {
        AlertDraft draft = answers.found(id);
        trail.record(Deed.read(READ, Thing.of("alert-draft", id, "")).by(Actor.of(visitor)));
        return views.of(frame, visitor, draft, null, Errors.none(), 200);
    }

    /// Saves; with `then=submit`, for approval as well.
    @PostMapping(BASE + "/drafts/{id}")
    @Permit(Permission.WRITE_ALERTS)
    Answer write(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        AlertDraft draft = answers.found(id);
        AlertWords typed = typed(request);
        DraftOutcome<AlertDraft> written = desk.write(draft.id(), count(text(request, "seen")), typed, visitor);
        if (written instanceof DraftOutcome.Done<AlertDraft>(AlertDraft now)
                && text(request, "then").equals("submit")) {
            return answered(
                    frame,
                    visitor,
                    request,
                    now,
                    typed,
                    desk.submit(now.id(), now.seen(), visitor),
                    frame.say("承認を依頼しました。", "Submitted for approval."));
        }
        return answered(frame, visitor, request, draft, typed, written, frame.say("案を保存しました。", "The draft is saved."));
    }

    @PostMapping(BASE + "/drafts/{id}/return")
    @Permit(Permission.WRITE_ALERTS)
    Answer giveBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        AlertDraft draft = answers.found(id);
        return answered(
                frame,
                visitor,
                request,
                draft,
                null,
                desk.giveBack(draft.id(), count(text(request, "seen")), text(request, "reason"), visitor),
                frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(BASE + "/drafts/{id}/discard")
    @Permit(Permission.WRITE_ALERTS)
    Answer discard(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        AlertDraft draft = answers.found(id);
        return answered(
                frame,
                visitor,
                request,
                draft,
                null,
                desk.discard(draft.id(), count(text(request, "seen")), visitor),
                frame.say("案を破棄しました。", "The draft is discarded."));
    }

    @PostMapping(BASE + "/drafts/{id}/approval")
    @Permit(Permission.APPROVE_ALERTS)
    Answer approve(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        AlertDraft draft = answers.found(id);
        String typed = text(request, "due");
        Optional<Instant> due = due(typed);
        if (!typed.isEmpty() && due.isEmpty()) {
            String wrong = frame.say("2022-01-12 14:00 の形で書いてください。", "Write it as in 2022-01-12 14:00.");
            return views.of(frame, visitor, draft, null, Errors.none().with("due", wrong), 422);
        }
        return answered(
                frame,
                visitor,
                request,
                draft,
                null,
                desk.publish(draft.id(), count(text(request, "seen")), due, visitor),
                due.isEmpty()
                        ? frame.say("公表しました。", "Published.")
                        : frame.say("承認しました。時刻になると公表されます。", "Approved; it is published when its time comes."));
    }

    @PostMapping(BASE + "/{number}/next")
    @Permit(Permission.WRITE_ALERTS)
    Answer next(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String number) {
        AlertNumber of = AlertNumber.read(number).orElseThrow(DraftAnswers::notThere);
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(text(request, "kind")))
                .findFirst()
                .orElseThrow(DraftAnswers::notThere);
        if (desk.begin(kind, of, visitor) instanceof DraftOutcome.Done<AlertDraft>(AlertDraft draft)) {
            return answers.done(request, draft, frame.say("次の報の案を作りました。", "A draft of the next edition is made."));
        }
        String other =
                frame.say("ほかの案が作成中か、もう更新できません。", "Another draft is being written, or it can no longer be updated.");
        return answers.warned(request, other);
    }

    private Answer answered(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            AlertDraft draft,
            @Nullable AlertWords typed,
            DraftOutcome<AlertDraft> outcome,
            String done) {
        return answers.answer(
                request,
                draft,
                outcome,
                done,
                (now, refused) -> views.of(frame, visitor, now, typed, refused.errors(frame), refused.status()));
    }

    private static Optional<Instant> due(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(Writing.JAPAN)
                    .toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static AlertWords typed(HttpServletRequest request) {
        return new AlertWords(
                text(request, "titleJa"),
                text(request, "titleEn"),
                text(request, "summaryJa"),
                text(request, "summaryEn"),
                text(request, "actionJa"),
                text(request, "actionEn"),
                text(request, "urgency"),
                text(request, "products"),
                text(request, "cves"),
                text(request, "references"),
                text(request, "contact"),
                text(request, "whatJa"),
                text(request, "whatEn"));
    }
}
