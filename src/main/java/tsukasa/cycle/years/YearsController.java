package tsukasa.cycle.years;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tsukasa.cycle.years.YearsImportDesk.Checked;
import tsukasa.cycle.years.YearsImportDesk.Entered;
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
import tsukasa.kernel.table.SentFile;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// The figures of earlier years, all of a plan; one after another from a file.
@Controller
class YearsController {
    private static final String YEARS = "/staff/evaluation/{plan}/years";
    private final PastDesk past;
    private final YearsImportDesk desk;
    private final YearsViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    YearsController(PastDesk past, YearsImportDesk desk, YearsViews views, PlanShelf shelf, Notices notices) {
        this.past = past;
        this.desk = desk;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping(YEARS)
    @Permit(Permission.READ_EVALUATION)
    YearsPage all(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.page(frame, visitor, plan(plan), "", Errors.none(), null, 200);
    }

    /// What is entered, and open rows for what is not: it can be filled in and sent as it is, here or beside another
    /// plan.
    @GetMapping(YEARS + ".csv")
    @Permit(Permission.READ_EVALUATION)
    ResponseEntity<byte[]> csv(Frame frame, @PathVariable String plan) {
        Plan found = plan(plan);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-years.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(YearsCsv.write(frame, past.rules(found), past.entered(found)));
    }

    @PostMapping(YEARS + "/import")
    @Permit(Permission.COORDINATE_CYCLE)
    YearsPage check(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String rows)
            throws IOException {
        Plan found = plan(plan);
        boolean sent = file != null && !file.isEmpty();
        String field = sent ? "file" : "rows";
        if (!sent && rows.isBlank()) {
            Text nothing = Text.of("XLSXかCSVのファイルを選ぶか、行を貼り付けてください。", "Choose an XLSX or CSV file, or paste rows.");
            return refused(frame, visitor, found, rows, "file", frame.say(nothing));
        }
        Optional<SentFile> content =
                file != null && sent ? SentFile.of(file) : SentFile.pasted(frame.say("貼り付けた行", "Pasted rows"), rows);
        if (content.isEmpty()) {
            Text large = Text.of("5 MBを超えています。表だけにしてください。", "It is larger than 5 MB. Send the table alone.");
            return refused(frame, visitor, found, "", field, frame.say(large));
        }
        return switch (desk.check(found, content.get(), visitor)) {
            case Checked.Report report -> views.page(frame, visitor, found, "", Errors.none(), report, 200);
            case Checked.Useless(var why) ->
                refused(
                        frame,
                        visitor,
                        found,
                        rows,
                        field,
                        frame.say(why.why()) + frame.say("", " ") + frame.say(why.next()));
        };
    }

    private YearsPage refused(Frame frame, Visitor visitor, Plan plan, String rows, String field, String sentence) {
        return views.page(frame, visitor, plan, rows, Errors.none().with(field, sentence), null, 422);
    }

    @PostMapping(YEARS + "/import/entry")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @RequestParam(defaultValue = "0") long file,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String good) {
        Plan found = plan(plan);
        return switch (desk.enter(found, file, digest, good.equals("yes"), visitor)) {
            case Entered.Done(int figures) -> {
                String done = frame.say(figures + "件の値を記入しました。", figures + " figures entered.");
                notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                yield new Redirect(YearsViews.base(found));
            }
            case Entered.Changed(var now) -> {
                String changed = frame.say(
                        "確かめたあとに、値が変わりました。何も記入していません。下の結果をもう一度確かめてください。",
                        "A figure changed after the check. Nothing was entered; look at the report again.");
                yield views.page(frame, visitor, found, "", Errors.none().with("", changed), now, 409);
            }
            case Entered.NotAll(var now) -> {
                String some = frame.say(
                        "直すところのある行を除いて記入するときは、そのことを選んでください。", "To leave out the rows that need correction, say so.");
                yield views.page(frame, visitor, found, "", Errors.none().with("good", some), now, 422);
            }
            case Entered.Gone _ ->
                throw new Problem(
                        Problem.Kind.GONE,
                        Text.of("確かめたファイルがないか、もう記入してあります。", "The checked file is gone, or was entered already."),
                        Text.of("ファイルをもう一度送ってください。", "Send the file again."));
        };
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
