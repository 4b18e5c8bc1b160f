package tsukasa.staff.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Listing;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.audit.Reads;
import tsukasa.audit.Thing;
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

@Controller
@Permit(Permission.READ_AUDIT)
class AuditController {
    private static final int PAGE = 50;
    private static final String AGAIN_IN_SECONDS = "2";
    private final AuditReader reader;
    private final AuditTrail trail;
    private final AuditViews views;
    private final DayViews days;
    private final Verifications verifications;
    private final Notices notices;

    AuditController(
            AuditReader reader,
            AuditTrail trail,
            AuditViews views,
            DayViews days,
            Verifications verifications,
            Notices notices) {
        this.reader = reader;
        this.trail = trail;
        this.views = views;
        this.days = days;
        this.verifications = verifications;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry auditEntry() {
        return StaffMenuEntry.of(
                Text.of("監査証跡", "Audit trail"),
                Text.of(
                        "だれが何をし、何を見たかを調べ、改ざんがないことを確かめる",
                        "See who did and read what, and verify that nothing was changed"),
                "/staff/audit",
                Permission.READ_AUDIT.name(),
                95);
    }

    @GetMapping("/staff/audit")
    @Reads(AuditWords.SEARCH)
    AuditPage list(
            Frame frame,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page) {
        AuditSearch search = new AuditSearch(who, action, object, kind, from, until);
        Paging asked = new Paging(page, PAGE, Listing.COUNTED);
        Listing listing = reader.search(search.wanted(), asked.page(), PAGE);
        Paging paging = new Paging(asked.page(), PAGE, Math.min(listing.total(), Listing.COUNTED));
        if (paging.page() != asked.page()) {
            listing = reader.search(search.wanted(), paging.page(), PAGE);
        }
        trail.record(
                search.told(Deed.read(AuditWords.SEARCHED, Thing.all("audit"))).with("page", paging.page()));
        return views.list(frame, search, listing, paging);
    }

    @GetMapping("/staff/audit.csv")
    @Reads(AuditWords.FILE)
    ResponseEntity<StreamingResponseBody> file(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        AuditSearch search = new AuditSearch(who, action, object, kind, from, until);
        trail.record(search.told(Deed.read(AuditWords.EXPORTED, Thing.all("audit"))));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit.csv")
                                .build()
                                .toString())
                .header("Cache-Control", "private, no-store")
                .body(out -> AuditFile.write(reader, search.wanted(), out));
    }

    @GetMapping("/staff/audit/entries/{id}")
    @Reads(AuditWords.ONE)
    AuditEntryPage entry(Frame frame, @PathVariable long id) {
        Entry entry = reader.find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("この番号の記録はありません。", "There is no entry with this number.")));
        trail.record(Deed.read(AuditWords.READ, Thing.of("audit", String.valueOf(id), entry.action())));
        return views.entry(frame, entry);
    }

    /// While a verification runs, browsers ask again by themselves, without script.
    @GetMapping("/staff/audit/days")
    @Reads(AuditWords.DAY)
    AuditDaysPage days(Frame frame, HttpServletResponse response, @RequestParam(defaultValue = "1") int page) {
        Verifications.Run run = verifications.last();
        if (run != null && !run.over()) {
            response.setHeader("Refresh", AGAIN_IN_SECONDS);
        } else {
            trail.record(Deed.read(AuditWords.DAYS_READ, Thing.all("audit")));
        }
        return days.page(frame, page, "", "", Errors.none());
    }

    @PostMapping("/staff/audit/verification")
    Answer verify(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        Errors errors = errors(frame, from, until);
        if (!errors.isEmpty()) {
            return days.page(frame, 1, from, until, errors);
        }
        Range range = new Range(AuditSearch.day(from), AuditSearch.day(until));
        if (!verifications.start(range, Actor.of(visitor))) {
            notices.leave(
                    request,
                    new Notice(
                            Notice.Kind.WARNING,
                            frame.say("ほかの検証が進んでいます。", "Another verification is running."),
                            frame.say("終わってから、もう一度行ってください。", "Wait until it is over, then try again.")));
        }
        return new Redirect("/staff/audit/days");
    }

    private static Errors errors(Frame frame, String from, String until) {
        Errors errors = Errors.none();
        LocalDate first = AuditSearch.day(from);
        LocalDate last = AuditSearch.day(until);
        String wrong = frame.say("日は 2022-01-12 の形で入力してください。", "Write the day like 2022-01-12.");
        if (first == null && !from.isBlank()) {
            errors = errors.with("from", wrong);
        }
        if (last == null && !until.isBlank()) {
            errors = errors.with("until", wrong);
        }
        if (first != null && last != null && last.isBefore(first)) {
            errors = errors.with("until", frame.say("始まりの日より後の日にしてください。", "Choose a day after the first one."));
        }
        return errors;
    }
}
