package tsukasa.cycle.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Papers;
import tsukasa.cycle.Reports;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeepOutcome;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
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

/// Adds papers to a report or a meeting, and takes them away; only for those who write the thing itself.
@Controller
class PaperController {
    private final FileKeeper files;
    private final PaperPlaces places;
    private final Reports reports;
    private final Notices notices;

    PaperController(FileKeeper files, PaperPlaces places, Reports reports, Notices notices) {
        this.files = files;
        this.places = places;
        this.reports = reports;
        this.notices = notices;
    }

    /// @param remove the id of a file to take away; what was chosen is added all the same
    @PostMapping("/staff/papers")
    @Permit(Permission.USE_STAFF_PAGES)
    @Transactional
    public Answer change(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(required = false) @Nullable List<MultipartFile> papers) {
        String back = kind.equals(Papers.REPORT) ? report(visitor, id) : meeting(visitor, kind, id);
        FileHolder holder = new FileHolder(kind, id);
        int removed = remove.isEmpty() ? 0 : remove(frame, holder, remove, visitor);
        List<String> refused = new ArrayList<>();
        int added = 0;
        for (MultipartFile paper : papers == null ? List.<MultipartFile>of() : papers) {
            String name = paper.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                switch (keep(name, paper, holder, visitor)) {
                    case KeepOutcome.Refused why ->
                        refused.add(name + frame.say("：", ": ") + frame.say(why.why()) + frame.say(why.next()));
                    case KeepOutcome kept -> added++;
                }
            }
        }
        notices.leave(request, notice(frame, added, removed, refused));
        return new Redirect(back);
    }

    private KeepOutcome keep(String name, MultipartFile paper, FileHolder holder, Visitor by) {
        return files.keep(
                new NewFile(name, paper::getInputStream, holder, Confidentiality.OPEN, Retention.FIVE_YEARS), by);
    }

    private static Notice notice(Frame frame, int added, int removed, List<String> refused) {
        if (!refused.isEmpty()) {
            return new Notice(
                    Notice.Kind.ERROR,
                    frame.say(refused.size() + "件のファイルを加えられませんでした。", refused.size() + " files were not added."),
                    String.join(frame.say("　", " "), refused));
        }
        String what = removed > 0
                ? frame.say("ファイルを取り除きました。", "File removed.")
                : added > 0
                        ? frame.say(added + "件のファイルを加えました。", added + " files added.")
                        : frame.say("ファイルが選ばれていません。", "No file was chosen.");
        return new Notice(added + removed > 0 ? Notice.Kind.DONE : Notice.Kind.WARNING, what, null);
    }

    private int remove(Frame frame, FileHolder holder, String remove, Visitor by) {
        Optional<FileId> own = FileId.parse(remove)
                .filter(id ->
                        files.of(holder).stream().anyMatch(file -> file.id().equals(id)));
        return own.map(id -> files.remove(id, frame.say("作成者が取り除いた", "Removed by its author"), by)
                                == tsukasa.files.RemoveOutcome.REMOVED
                        ? 1
                        : 0)
                .orElse(0);
    }

    private String report(Visitor visitor, String id) {
        PaperPlaces.ReportPlace place = places.report(id).orElseThrow(PaperController::nowhere);
        if (!visitor.mayFor(Permission.REPORT_MEASURES, place.department())) {
            throw notYours();
        }
        if (reports.locked(place.plan(), place.month()).isPresent()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("この月の報告は、今は変えられません。", "The reports of that month cannot be changed now."),
                    Text.of("期間が締められている場合は、再開を頼んでください。", "If its period is closed, ask for it to be reopened."));
        }
        return place.address();
    }

    private String meeting(Visitor visitor, String kind, String id) {
        Meeting meeting = Optional.of(id)
                .filter(one -> kind.equals(Papers.MEETING))
                .flatMap(places::meeting)
                .orElseThrow(PaperController::nowhere);
        if (!visitor.may(Permission.COORDINATE_CYCLE)) {
            throw notYours();
        }
        return "/staff/meetings/" + meeting.id();
    }

    private static Problem nowhere() {
        return Problem.notFound(Text.of("その報告や会議はありません。", "There is no such report or meeting."));
    }

    private static Problem notYours() {
        return new Problem(
                Problem.Kind.NOT_ALLOWED,
                Text.of("ほかの人が作る資料です。", "Somebody else writes this."),
                Text.of("担当の部署か計画担当に頼んでください。", "Ask its department or the planners."));
    }
}
