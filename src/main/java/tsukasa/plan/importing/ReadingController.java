package tsukasa.plan.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;

/// Brings texts in and shows what was read from them.
@Controller
class ReadingController {
    private static final Action IMPORTED = Action.of("plan.imported", "計画の本文を取込み", "Text of a plan imported");
    private final ReadingDesk desk;
    private final OpenedReadings opened;
    private final ReadingViews views;
    private final FigureViews figures;
    private final ChangeViews changes;
    private final Notices notices;
    private final AuditTrail trail;

    ReadingController(
            ReadingDesk desk,
            OpenedReadings opened,
            ReadingViews views,
            FigureViews figures,
            ChangeViews changes,
            Notices notices,
            AuditTrail trail) {
        this.trail = trail;
        this.desk = desk;
        this.opened = opened;
        this.views = views;
        this.figures = figures;
        this.changes = changes;
        this.notices = notices;
    }

    @Bean
    static KnownActions importActions() {
        return KnownActions.of(IMPORTED);
    }

    @Bean
    static StaffMenuEntry importEntry(ReadingStore store) {
        return StaffMenuEntry.of(
                        Text.of("計画の取込み", "Import a plan"),
                        Text.of("年度計画の本文を読み取り、確かめて、確定する", "Read the text of an annual plan, check it and accept it"),
                        ReadingViews.BASE,
                        Permission.MANAGE_PLAN.name(),
                        30)
                .counting(store::waiting);
    }

    @GetMapping("/staff/plan/import")
    @Permit(Permission.MANAGE_PLAN)
    ReadingsPage list(Frame frame) {
        return views.list(frame, Errors.none(), "auto");
    }

    @PostMapping("/staff/plan/import")
    @Permit(Permission.MANAGE_PLAN)
    Answer take(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "auto") String style)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return views.list(
                    frame,
                    Errors.none().with("file", frame.say("中身のあるファイルを選んでください。", "Choose a file that is not empty.")),
                    style);
        }
        Optional<String> wanted = style.equals("auto") ? Optional.empty() : Optional.of(style);
        String name = FileNames.shown(String.valueOf(file.getOriginalFilename()));
        return switch (desk.take(file.getBytes(), name, wanted, visitor)) {
            case ReadingOutcome.Done(String id) -> {
                trail.record(Deed.did(IMPORTED, Thing.of("reading", id, name)));
                yield new Redirect(ReadingViews.BASE + "/" + id);
            }
            case ReadingOutcome.Known(String id) -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.WARNING,
                                frame.say("同じ本文が既に取り込まれています。", "The same text was imported before."),
                                frame.say("その読取りを開きました。", "Its reading has been opened.")));
                yield new Redirect(ReadingViews.BASE + "/" + id);
            }
            case ReadingOutcome.Refused(String field, Text why) ->
                views.list(frame, Errors.none().with(field, frame.say(why)), style);
            case ReadingOutcome.Conflict conflict -> throw new IllegalStateException("nothing to conflict with");
            case ReadingOutcome.Unfit unfit -> throw new IllegalStateException("no package was asked for");
        };
    }

    @GetMapping("/staff/plan/import/{reading}")
    @Permit(Permission.MANAGE_PLAN)
    ReadingPage tree(
            Frame frame,
            Visitor visitor,
            @PathVariable String reading,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int part) {
        return views.tree(frame, opened.find(reading), visitor, only, part, Errors.none(), 200);
    }

    @GetMapping("/staff/plan/import/{reading}/indicators")
    @Permit(Permission.MANAGE_PLAN)
    ReadingIndicatorsPage indicators(Frame frame, Visitor visitor, @PathVariable String reading) {
        return figures.indicators(frame, opened.find(reading), visitor);
    }

    @GetMapping("/staff/plan/import/{reading}/tables")
    @Permit(Permission.MANAGE_PLAN)
    ReadingTablesPage tables(Frame frame, Visitor visitor, @PathVariable String reading) {
        return figures.tables(frame, opened.find(reading), visitor);
    }

    @GetMapping("/staff/plan/import/{reading}/changes")
    @Permit(Permission.MANAGE_PLAN)
    ReadingChangesPage changes(Frame frame, Visitor visitor, @PathVariable String reading) {
        return changes.changes(frame, opened.find(reading), visitor);
    }

    @GetMapping("/staff/plan/import/{reading}/history")
    @Permit(Permission.MANAGE_PLAN)
    ReadingHistoryPage history(Frame frame, Visitor visitor, @PathVariable String reading) {
        return views.history(frame, opened.find(reading), visitor);
    }
}
