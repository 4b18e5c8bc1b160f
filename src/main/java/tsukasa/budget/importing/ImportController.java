package tsukasa.budget.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
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
import tsukasa.budget.importing.ImportDesk.Checked;
import tsukasa.budget.importing.ImportDesk.Entered;
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

@Controller
class ImportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final ImportDesk desk;
    private final ImportViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    ImportController(ImportDesk desk, ImportViews views, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping("/staff/money/{plan}/import")
    @Permit(Permission.ENTER_EXECUTION)
    ImportPage blank(Frame frame, @PathVariable String plan) {
        return views.page(frame, plan(plan), Errors.none(), null);
    }

    @PostMapping("/staff/money/{plan}/import")
    @Permit(Permission.ENTER_EXECUTION)
    ImportPage check(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Plan found = plan(plan);
        if (file == null || file.isEmpty()) {
            return refused(frame, found, frame.say("XLSXかCSVのファイルを選んでください。", "Choose an XLSX or CSV file."));
        }
        Optional<SentFile> sent = SentFile.of(file);
        if (sent.isEmpty()) {
            return refused(
                    frame,
                    found,
                    frame.say(
                            "5 MBを超えています。執行額の表だけのファイルにしてください。",
                            "It is larger than 5 MB. Send a file with the table alone."));
        }
        return switch (desk.check(found, sent.get().name(), sent.get().content(), visitor)) {
            case Checked.Report report -> views.page(frame, found, Errors.none(), report);
            case Checked.Useless(var why) ->
                refused(frame, found, frame.say(why.why()) + frame.say("", " ") + frame.say(why.next()));
        };
    }

    private ImportPage refused(Frame frame, Plan plan, String sentence) {
        return views.page(frame, plan, Errors.none().with("file", sentence), null);
    }

    @PostMapping("/staff/money/{plan}/import/entry")
    @Permit(Permission.ENTER_EXECUTION)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @RequestParam(defaultValue = "0") long file,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String good,
            @RequestParam(defaultValue = "") String reason) {
        Plan found = plan(plan);
        if (reason.length() > 2_000) {
            throw Problem.invalid(
                    Text.of("理由が長すぎます。", "The reason is too long."),
                    Text.of("2,000字以内にしてください。", "Keep it within 2,000 characters."));
        }
        return switch (desk.enter(found, file, digest, good.equals("yes"), reason, visitor)) {
            case Entered.Done done -> done(frame, request, found, done);
            case Entered.Changed(var now) ->
                again(
                        frame,
                        found,
                        now,
                        "",
                        frame.say(
                                "確かめたあとに、記録か期間の締めが変わりました。何も記録していません。下の結果をもう一度確かめてください。",
                                "Something was entered or closed after the check. Nothing was entered; look at the report again."));
            case Entered.NotAll(var now) ->
                again(
                        frame,
                        found,
                        now,
                        "good",
                        frame.say(
                                "直すところのある行を除いて記録するときは、そのことを選んでください。",
                                "To leave out the rows that need correction, say so."));
            case Entered.NoReason(var now) ->
                again(frame, found, now, "reason", frame.say("訂正の理由を書いてください。", "Write the reason of the corrections."));
            case Entered.Gone _ ->
                throw new Problem(
                        Problem.Kind.GONE,
                        Text.of("確かめたファイルがないか、もう記録してあります。", "The checked file is gone, or was entered already."),
                        Text.of("ファイルをもう一度送ってください。", "Send the file again."));
        };
    }

    private Redirect done(Frame frame, HttpServletRequest request, Plan plan, Entered.Done done) {
        String same = done.unchanged() == 0
                ? null
                : frame.say(
                        "前と同じ" + done.unchanged() + "件は、そのままです。",
                        done.unchanged() + " said the same as before and stay as they are.");
        String sentence = frame.say(done.entered() + "件の執行額を記録しました。", done.entered() + " amounts have been entered.");
        notices.leave(request, new Notice(Notice.Kind.DONE, sentence, same));
        return new Redirect("/staff/money/" + plan.id());
    }

    private ImportPage again(Frame frame, Plan plan, Checked.Report now, String field, String sentence) {
        return views.page(frame, plan, Errors.none().with(field, sentence), now);
    }

    @GetMapping("/staff/money/{plan}/template.xlsx")
    @Permit(Permission.ENTER_EXECUTION)
    ResponseEntity<byte[]> template(
            Frame frame, @PathVariable String plan, @RequestParam(defaultValue = "") String month) throws IOException {
        Plan found = plan(plan);
        YearMonth wanted = Written.month(month, found.year())
                .filter(found.year().months()::contains)
                .orElseThrow(() -> Problem.notFound(Text.of("この年度に、その月はありません。", "This year has no such month.")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(frame, wanted, desk.lines(found), desk.book(found, wanted), out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-" + wanted + ".xlsx")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out.toByteArray());
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
