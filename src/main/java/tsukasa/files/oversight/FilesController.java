package tsukasa.files.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.files.FileId;
import tsukasa.files.FileOversight;
import tsukasa.files.FileOversight.Listing;
import tsukasa.files.FileOversight.Record;
import tsukasa.files.FileOversight.Wanted;
import tsukasa.files.FileState;
import tsukasa.files.RemoveOutcome;
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
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;

/// Looks after files without reading them: an administrator sees names and states, and opens only what their owner lets
/// them open.
@Controller
@Permit(Permission.MANAGE_FILES)
class FilesController {
    private static final int PAGE = 50;
    private static final int LONGEST = 500;
    private final FileOversight oversight;
    private final FileViews views;
    private final Notices notices;

    FilesController(FileOversight oversight, FileViews views, Notices notices) {
        this.oversight = oversight;
        this.views = views;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry filesEntry(FileOversight oversight) {
        return StaffMenuEntry.of(
                        Text.of("保管ファイル", "Kept files"),
                        Text.of("隔離を解き、廃棄を止め、保存期間を確かめる", "Release from quarantine, hold, see how long files are kept"),
                        "/admin/files",
                        Permission.MANAGE_FILES.name(),
                        93)
                .counting(oversight::quarantined);
    }

    @GetMapping("/admin/files")
    FilesPage list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "1") int page) {
        Wanted wanted =
                new Wanted(plain(q), state(state), kind.matches("[a-z-]{1,40}") ? kind : "", held.equals("yes"));
        Listing listing = oversight.search(wanted, page, PAGE);
        Paging paging = new Paging(page, PAGE, listing.total());
        if (paging.page() != page) {
            listing = oversight.search(wanted, paging.page(), PAGE);
        }
        return views.list(frame, wanted, listing.files(), paging);
    }

    private static String plain(String text) {
        String clean = text.replace("\u0000", "").strip();
        return clean.substring(0, Math.min(100, clean.length()));
    }

    private static @org.jspecify.annotations.Nullable FileState state(String name) {
        return Arrays.stream(FileState.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/admin/files/{id}")
    FilePage file(Frame frame, @PathVariable String id) {
        return views.one(frame, record(id), Errors.none(), "");
    }

    private Record record(String id) {
        return FileId.parse(id)
                .flatMap(oversight::find)
                .orElseThrow(() -> Problem.notFound(Text.of("そのファイルの記録はありません。", "There is no record of such a file.")));
    }

    @PostMapping("/admin/files/{id}/{deed}")
    Answer act(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String deed) {
        FileDeed wanted = FileDeed.of(deed)
                .orElseThrow(() -> Problem.notFound(Text.of("その操作はありません。", "There is no such action.")));
        Record record = record(id);
        String why = Optional.ofNullable(request.getParameter(wanted.field()))
                .orElse("")
                .replace("\u0000", "")
                .strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            Errors errors = Errors.none()
                    .with(
                            wanted.field(),
                            frame.say("理由を1文字から500文字までで入力してください。", "Give a reason of 1 to 500 characters."));
            return views.one(frame, record, errors, why.substring(0, Math.min(LONGEST, why.length())));
        }
        if (!done(wanted, record.file().id(), why, visitor)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("このファイルの状態が変わっているため、できませんでした。", "The file's state has changed, so this was not done."),
                    Text.of("最新の状態を開き、もう一度確かめてください。", "Open it again and see how it stands."));
        }
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(wanted.done()), null));
        return new Redirect("/admin/files/" + record.file().id());
    }

    private boolean done(FileDeed deed, FileId id, String reason, Visitor by) {
        return switch (deed) {
            case RELEASE -> oversight.release(id, reason, by);
            case HOLD -> oversight.hold(id, reason, by);
            case LIFT -> oversight.lift(id, reason, by);
            case DISPOSE -> oversight.dispose(id, reason, by) == RemoveOutcome.REMOVED;
        };
    }

    static Optional<FileState> shown(Wanted wanted) {
        return Optional.ofNullable(wanted.state());
    }
}
