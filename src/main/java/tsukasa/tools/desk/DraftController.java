package tsukasa.tools.desk;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolDraft.State;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolOutcome;
import tsukasa.tools.ToolWords;
import tsukasa.tools.ToolWriting;

@Controller
class DraftController {
    static final String BASE = "/staff/tools";
    private static final Action READ = Action.of("tool.draft-read", "対策ツールの案を閲覧", "Draft for the tools read");
    private final ToolWriting desk;
    private final DraftViews views;
    private final AuditTrail trail;
    private final Notices notices;

    DraftController(ToolWriting desk, DraftViews views, AuditTrail trail, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.trail = trail;
        this.notices = notices;
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
                .counting(() -> desk.open().stream()
                        .filter(draft -> draft.state() == State.REVIEW)
                        .count());
    }

    static String address(long id) {
        return BASE + "/drafts/" + id;
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
            case ToolOutcome.Done(ToolDraft draft) ->
                done(request, draft, frame.say("案を保存しました。", "The draft is saved."));
            case ToolOutcome.Wrong wrong -> views.fresh(frame, typed, errors(frame, wrong));
            case ToolOutcome.Changed _, ToolOutcome.SamePerson _ -> throw new IllegalStateException("a new draft");
        };
    }

    /// Begins something about a published tool or one of its releases.
    @PostMapping(BASE + "/{name}/next")
    @Permit(Permission.WRITE_TOOLS)
    Answer next(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String name) {
        ToolName tool = ToolName.read(name).orElseThrow(DraftController::notThere);
        Kind kind = DraftViews.kind(text(request, "kind")).orElseThrow(DraftController::notThere);
        if (desk.begin(kind, tool, text(request, "version"), visitor) instanceof ToolOutcome.Done(ToolDraft draft)) {
            return done(request, draft, frame.say("案を作りました。", "A draft is made."));
        }
        String other = frame.say(
                "同じ案が作成中か、その版は取り下げられています。", "The same is being written already, or the release is withdrawn.");
        notices.leave(request, new Notice(Notice.Kind.WARNING, other, null));
        return new Redirect(BASE);
    }

    @GetMapping(BASE + "/drafts/{id}")
    @Permit(Permission.WRITE_TOOLS)
    DraftPage draft(Frame frame, Visitor visitor, @PathVariable String id) {
        ToolDraft draft = found(id);
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
        ToolDraft draft = found(id);
        ToolWords typed = typed(request, draft.kind());
        ToolOutcome written = desk.write(draft.id(), count(text(request, "seen")), typed, visitor);
        String remove = text(request, "remove");
        if (!remove.isEmpty() && written instanceof ToolOutcome.Done(ToolDraft now)) {
            FileId file = FileId.parse(remove).orElseThrow(DraftController::notThere);
            written = desk.detach(now.id(), now.seen(), file, visitor);
        }
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isEmpty() && written instanceof ToolOutcome.Done(ToolDraft now)) {
                written = desk.attach(now.id(), now.seen(), name, file, visitor);
            }
        }
        boolean submit = remove.isEmpty() && text(request, "then").equals("submit");
        if (submit && written instanceof ToolOutcome.Done(ToolDraft now)) {
            ToolOutcome sent = desk.submit(now.id(), now.seen(), visitor);
            String done = frame.say("承認を依頼しました。", "Submitted for approval.");
            return answered(frame, visitor, request, now, null, sent, done);
        }
        return answered(frame, visitor, request, draft, typed, written, frame.say("案を保存しました。", "The draft is saved."));
    }

    @PostMapping(BASE + "/drafts/{id}/return")
    @Permit(Permission.WRITE_TOOLS)
    Answer giveBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = found(id);
        ToolOutcome outcome = desk.giveBack(draft.id(), count(text(request, "seen")), text(request, "reason"), visitor);
        return answered(frame, visitor, request, draft, null, outcome, frame.say("差し戻しました。", "Returned."));
    }

    @PostMapping(BASE + "/drafts/{id}/discard")
    @Permit(Permission.WRITE_TOOLS)
    Answer discard(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = found(id);
        ToolOutcome outcome = desk.discard(draft.id(), count(text(request, "seen")), visitor);
        String done = frame.say("案を破棄しました。", "The draft is discarded.");
        return answered(frame, visitor, request, draft, null, outcome, done);
    }

    @PostMapping(BASE + "/drafts/{id}/approval")
    @Permit(Permission.APPROVE_TOOLS)
    Answer publish(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String id) {
        ToolDraft draft = found(id);
        ToolOutcome outcome = desk.publish(draft.id(), count(text(request, "seen")), visitor);
        return answered(frame, visitor, request, draft, null, outcome, frame.say("公表しました。", "Published."));
    }

    private Answer answered(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            ToolDraft draft,
            @Nullable ToolWords typed,
            ToolOutcome outcome,
            String done) {
        return switch (outcome) {
            case ToolOutcome.Done(ToolDraft now) -> done(request, now, done);
            case ToolOutcome.Wrong wrong -> again(frame, visitor, draft, typed, errors(frame, wrong), 422);
            case ToolOutcome.Changed _ -> {
                String changed = frame.say(
                        "開いている間に、ほかの人が変えました。今の内容を確かめてください。",
                        "Somebody else changed it meanwhile. Look at it as it is now.");
                yield again(frame, visitor, draft, typed, Errors.none().with("", changed), 409);
            }
            case ToolOutcome.SamePerson _ -> {
                String own = frame.say("自分で書いた案は、ほかの人が承認します。", "Somebody else approves what you wrote.");
                yield again(frame, visitor, draft, typed, Errors.none().with("", own), 422);
            }
        };
    }

    private DraftPage again(
            Frame frame, Visitor visitor, ToolDraft draft, @Nullable ToolWords typed, Errors errors, int status) {
        ToolDraft now = desk.find(draft.id()).orElse(draft);
        return views.of(frame, visitor, now, typed, errors, status);
    }

    private Answer done(HttpServletRequest request, ToolDraft draft, String sentence) {
        notices.leave(request, new Notice(Notice.Kind.DONE, sentence, null));
        return new Redirect(draft.open() ? address(draft.id()) : BASE);
    }

    private ToolDraft found(String id) {
        return Optional.of(id)
                .filter(digits -> digits.matches("[0-9]{1,15}"))
                .flatMap(digits -> desk.find(Long.parseLong(digits)))
                .orElseThrow(DraftController::notThere);
    }

    private static Problem notThere() {
        return Problem.notFound(Text.of("その案はありません。", "There is no such draft."));
    }

    private static Errors errors(Frame frame, ToolOutcome.Wrong wrong) {
        Errors errors = Errors.none();
        for (ToolOutcome.Fault fault : wrong.faults()) {
            errors = errors.with(fault.field(), frame.say(fault.sentence()));
        }
        return errors;
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
