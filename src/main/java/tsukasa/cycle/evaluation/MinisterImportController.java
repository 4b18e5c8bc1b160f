package tsukasa.cycle.evaluation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.evaluation.MinisterImportDesk.Checked;
import tsukasa.cycle.evaluation.MinisterImportDesk.Entered;
import tsukasa.cycle.evaluation.MinisterImportDesk.Undone;
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
import tsukasa.kernel.table.CsvWriter;
import tsukasa.kernel.table.SentFile;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// The ministry's office brings the minister's evaluation of a whole plan at once.
@Controller
class MinisterImportController {
    private static final String IMPORT = EvaluationViews.BASE + "/{plan}/import";
    private final MinisterImportDesk desk;
    private final MinisterImportViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    MinisterImportController(MinisterImportDesk desk, MinisterImportViews views, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping(IMPORT)
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    MinisterImportPage blank(Frame frame, @PathVariable String plan) {
        return views.page(frame, plan(plan), "", Errors.none(), null, 200);
    }

    @PostMapping(IMPORT)
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    MinisterImportPage check(
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
            return refused(frame, found, rows, "file", frame.say(MinisterImportViews.NOTHING_SENT));
        }
        Optional<SentFile> content =
                file != null && sent ? SentFile.of(file) : SentFile.pasted(frame.say("貼り付けた行", "Pasted rows"), rows);
        if (content.isEmpty()) {
            return refused(frame, found, "", field, frame.say(MinisterImportViews.TOO_LARGE));
        }
        return switch (desk.check(found, content.get(), visitor)) {
            case Checked.Report report -> views.page(frame, found, "", Errors.none(), report, 200);
            case Checked.Useless(var why) ->
                refused(frame, found, rows, field, frame.say(why.why()) + frame.say("", " ") + frame.say(why.next()));
        };
    }

    private MinisterImportPage refused(Frame frame, Plan plan, String rows, String field, String sentence) {
        return views.page(frame, plan, rows, Errors.none().with(field, sentence), null, 422);
    }

    @PostMapping(IMPORT + "/entry")
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @RequestParam(defaultValue = "0") long file,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String good,
            @RequestParam(defaultValue = "") String over) {
        Plan found = plan(plan);
        return switch (desk.enter(found, file, digest, good.equals("yes"), over.equals("yes"), visitor)) {
            case Entered.Done(int drafts) -> saved(frame, request, found, drafts);
            case Entered.Changed(var now) -> again(frame, found, now, 409, "", MinisterImportViews.CHANGED);
            case Entered.NotAll(var now) -> again(frame, found, now, 422, "good", MinisterImportViews.NOT_ALL);
            case Entered.NotOver(var now) -> again(frame, found, now, 422, "over", MinisterImportViews.NOT_OVER);
            case Entered.Gone _ ->
                throw new Problem(
                        Problem.Kind.GONE,
                        Text.of("確かめたファイルがないか、もう保存してあります。", "The checked file is gone, or was saved already."),
                        Text.of("ファイルをもう一度送ってください。", "Send the file again."));
        };
    }

    private Redirect saved(Frame frame, HttpServletRequest request, Plan plan, int drafts) {
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(drafts + "件の下書きを保存しました。", drafts + " drafts saved."),
                        frame.say(
                                "項目ごとに確かめて確定してください。取消しはこの画面からできます。",
                                "Look at each item and make it final. The import can be taken back here.")));
        return back(plan);
    }

    private static Redirect back(Plan plan) {
        return new Redirect(EvaluationViews.BASE + "/" + plan.id() + "/import");
    }

    private MinisterImportPage again(
            Frame frame, Plan plan, Checked.Report now, int answer, String field, Text sentence) {
        return views.page(frame, plan, "", Errors.none().with(field, frame.say(sentence)), now, answer);
    }

    @PostMapping(IMPORT + "/{number}/undoing")
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    Answer undo(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable long number) {
        Plan found = plan(plan);
        Undone undone = desk.undo(found, number, visitor);
        if (undone.back() == 0) {
            Errors nothing = Errors.none().with("", frame.say(MinisterImportViews.NOTHING_TO_UNDO));
            return views.page(frame, found, "", nothing, null, 409);
        }
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(
                                undone.back() + "件を取り込む前の内容に戻しました。",
                                undone.back() + " items say again what they said before."),
                        undone.left() == 0
                                ? null
                                : frame.say(
                                        "後から書き直された" + undone.left() + "件は、そのままです。",
                                        undone.left() + " were written since and stay as they are.")));
        return back(found);
    }

    /// Every item that is graded, with the minister's words as they stand: what is filled in can be sent as it is.
    @GetMapping(EvaluationViews.BASE + "/{plan}/minister.csv")
    @Permit(Permission.GIVE_MINISTERS_EVALUATION)
    ResponseEntity<byte[]> template(Frame frame, @PathVariable String plan) {
        Plan found = plan(plan);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(Arrays.stream(MinisterHead.values())
                    .map(head -> frame.say(head.title()))
                    .toList());
            for (ItemSheet sheet : desk.sheets(found)) {
                Words words = sheet.minister().map(now -> now.words()).orElse(Words.NONE);
                csv.row(List.of(
                        sheet.item().map(item -> item.place().value()).orElse("総合"),
                        EvaluationWords.heading(frame, sheet),
                        words.grade(),
                        words.reason(),
                        words.response(),
                        words.improvement()));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-minister.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out.toByteArray());
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
