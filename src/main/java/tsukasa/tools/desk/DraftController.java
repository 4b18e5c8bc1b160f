package tsukasa.tools.desk;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.files.FileId;
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
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;
import tsukasa.tools.ToolWriting;

@Controller
class DraftController {
    static final String BASE = "/staff/tools";
    private static final Action READ = Action.of("tool.draft-read", "対策ツールの案を閲覧", "Draft for the tools read");
    private final ToolWriting desk;
    private final DraftViews views;
    private final AuditTrail trail;
    private final DraftAnswers<ToolDraft> answers;

    DraftController(ToolWriting desk, DraftViews views, AuditTrail trail, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.trail = trail;
        this.answers = new DraftAnswers<>(BASE, desk::find, notices);
    }

    @Bean
    static KnownActions toolReads() {
        return KnownActions.of(READ);
    }

    @Bean
    static StaffMenuEntry toolsEntry(ToolWriting desk) {
        return StaffMenuEntry.of(
                        Text.of("対策ツール", "Tools"),
                        Text.of("ツールと新しい版を書き、承認して公表する", "Write about tools and releases, approve and publish them"),
                        BASE,
                        Permission.WRITE_TOOLS.name(),
                        29)
                .counting(() -> DraftLine.waiting(desk.open()));
    }

    @GetMapping(BASE)
    @Permit(Permission.WRITE_TOOLS)
    DraftsPage list(Frame frame) {
        trail.record(Deed.read(READ, Thing.all("tool-draft")));
        return views.list(frame);
    }

    @GetMapping(BASE + "/new")
    @Permit(Permission.WRITE_TOOLS)
    DraftPage fresh(Frame frame) {
        return views.fresh(frame, ToolWords.NONE, Errors.none());
    }

    @PostMapping(BASE + "/new")
    @Permit(Permission.WRITE_TOOLS)
    Answer begin(Frame frame, Visitor visitor, HttpServletRequest request) {
        ToolWords typed = typed(request, Kind.TOOL);
        return switch (desk.begin(typed, visitor)) {
            case DraftOutcome.Done<ToolDraft>(ToolDraft draft) ->
                answers.done(request, draft, frame.say("案を保存しました。", "The draft is saved."));
            case DraftOutcome.Refused<ToolDraft> refused -> views.fresh(frame, typed, refused.errors(frame));
        };
    }

    /// Begins something about a published tool or one of its releases.
    @PostMapping(BASE + "/{name}/next")
    @Permit(Permission.WRITE_TOOLS)
    Answer next(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String name) {
        ToolName tool = ToolName.read(name).orElseThrow(DraftAnswers::notThere);
        Kind kind = DraftViews.kind(text(request, "kind")).orElseThrow(DraftAnswers::notThere);
        if (desk.begin(kind, tool, text(request, "version"), visitor)
                instanceof DraftOutcome.Done<ToolDraft>(ToolDraft draft)) {
            return answers.done(request, draft, frame.say("案を作りました。", "A draft is made."));
        }
        String other = frame.say(
                "同じ案が作成中か、その版は取り下げられています。", "The same is being written already, or the release is withdrawn.");
        return answers.warned(request, other);
    }

    @GetMapping(BASE + "/drafts/{id}")
    @Permit(Permission.WRITE_TOOLS)
    DraftPage draft(Frame frame, Visitor visitor, @PathVariable String id) {
        ToolDraft draft = answers.found(id);
        trail.record(Deed.read(READ, Thing.of("tool-draft", id, "")).by(Actor.of(visitor)));
        return views.of(frame, visitor, draft, null, Errors.none(), 200);
    }

    /// Saves with the files that were chosen; with `then=submit`, for approval as well.
    @PostMapping(BASE + "/drafts/{id}")
    @Permit(Permission.WRITE_TOOLS)
    Answer write(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        ToolDraft draft = answers.found(id);
        ToolWords typed = typed(request, draft.kind());
        DraftOutcome<ToolDraft> written = desk.write(draft.id(), count(text(request, "seen")), typed, visitor);
        String remove = text(request, "remove");
        if (!remove.isEmpty() && written instanceof DraftOutcome.Done<ToolDraft>(ToolDraft now)) {
            FileId file = FileId.parse(remove).orElseThrow(DraftAnswers::notThere);
            written = desk.detach(now.id(), now.seen(), file, visitor);
        }
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isEmpty() && written instanceof DraftOutcome.Done<ToolDraft>(ToolDraft now)) {
                written = desk.attach(now.id(), now.seen(), name, file, visitor);
            }
        }
        boolean submit = remove.isEmpty() && text(request, "then").equals("submit");
        if (submit && written instanceof DraftOutcome.Done<ToolDraft>(ToolDraft now)) {
            DraftOutcome<ToolDraft> sent = desk.submit(now.id(), now.seen(), visitor);
            String done = frame.say("承認を依頼しました。", "Submitted for approval.");
            return answered(frame, visitor, request, now, null, sent, done);
        }
        return answered(frame, visitor, request, draft, typed, written, frame.say("案を保存しました。", "The draft is saved."));
    }

    @PostMapping(BASE + "/drafts/{id}/return")
    @Permit(Permission.WRITE_TOOLS)
    Answer giveBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = answers.found(id);
        DraftOutcome<ToolDraft> outcome =
                desk.giveBack(draft.id(), count(text(request, "seen")), text(request, "reason"), visitor);
        return answered(frame, visitor, request, draft, null, outcome, frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(BASE + "/drafts/{id}/discard")
    @Permit(Permission.WRITE_TOOLS)
    Answer discard(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = answers.found(id);
        DraftOutcome<ToolDraft> outcome = desk.discard(draft.id(), count(text(request, "seen")), visitor);
        String done = frame.say("案を破棄しました。", "The draft is discarded.");
        return answered(frame, visitor, request, draft, null, outcome, done);
    }

    @PostMapping(BASE + "/drafts/{id}/approval")
    @Permit(Permission.APPROVE_TOOLS)
    Answer publish(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = answers.found(id);
        DraftOutcome<ToolDraft> outcome = desk.publish(draft.id(), count(text(request, "seen")), visitor);
        return answered(frame, visitor, request, draft, null, outcome, frame.say("公表しました。", "Published."));
    }

    private Answer answered(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            ToolDraft draft,
            @Nullable ToolWords typed,
            DraftOutcome<ToolDraft> outcome,
            String done) {
        return answers.answer(
                request,
                draft,
                outcome,
                done,
                (now, refused) -> views.of(frame, visitor, now, typed, refused.errors(frame), refused.status()));
    }

    /// Boxes that are ticked come as several values of one name.
    private static ToolWords typed(HttpServletRequest request, Kind kind) {
        Map<String, String> typed = new HashMap<>();
        for (String field : kind.fields()) {
            String[] values = request.getParameterValues(field);
            typed.put(field, values != null && values.length > 1 ? String.join(",", values) : text(request, field));
        }
        return new ToolWords(typed);
    }
}
