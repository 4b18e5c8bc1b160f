package tsukasa.plan.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.Readings;

/// Makes a reading the plan, and hands it out: the package, the report, the text as it came.
@Controller
class AcceptanceController {
    private static final int PROBLEMS_SHOWN = 20;
    private final AcceptanceDesk desk;
    private final ReadingDesk readings;
    private final OpenedReadings opened;
    private final ReadingViews views;
    private final Readings written;
    private final Notices notices;

    AcceptanceController(
            AcceptanceDesk desk,
            ReadingDesk readings,
            OpenedReadings opened,
            ReadingViews views,
            Readings written,
            Notices notices) {
        this.desk = desk;
        this.readings = readings;
        this.opened = opened;
        this.views = views;
        this.written = written;
        this.notices = notices;
    }

    @PostMapping("/staff/plan/import/{reading}/acceptance")
    @Permit(Permission.MANAGE_PLAN)
    Answer accept(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String reading,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String despite,
            @RequestParam(defaultValue = "") String reason) {
        OpenReading found = opened.find(reading);
        return switch (desk.accept(found, version, despite.equals("yes"), words(reason), visitor)) {
            case ReadingOutcome.Done(String id) -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE,
                                frame.say("確定しました。計画が公開されました。", "Accepted. The plan is public now."),
                                null));
                yield new Redirect(ReadingViews.BASE + "/" + id);
            }
            case ReadingOutcome.Refused(String field, Text why) ->
                views.tree(frame, found, visitor, "", 0, Errors.none().with(field, frame.say(why)), 422);
            case ReadingOutcome.Conflict conflict ->
                views.tree(
                        frame,
                        opened.find(reading),
                        visitor,
                        "",
                        0,
                        Errors.none()
                                .with(
                                        "",
                                        frame.say(
                                                "画面を開いた後に、ほかの人が変えたか確定しました。今の内容を確かめてください。",
                                                "Somebody changed or accepted it after you opened the page. Look at it as it is now.")),
                        409);
            case ReadingOutcome.Unfit(var problems) -> {
                Errors errors = Errors.none();
                for (PackageProblem problem :
                        problems.stream().limit(PROBLEMS_SHOWN).toList()) {
                    errors = errors.with("", problem.toString());
                }
                yield views.tree(frame, found, visitor, "", 0, errors, 422);
            }
            case ReadingOutcome.Known known -> throw new IllegalStateException("nothing was imported");
        };
    }

    private static String words(String sent) {
        return sent.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    @GetMapping("/staff/plan/import/{reading}/package.zip")
    @Permit(Permission.MANAGE_PLAN)
    ResponseEntity<byte[]> zip(@PathVariable String reading) {
        OpenReading found = opened.find(reading);
        FiscalYear year = found.year()
                .orElseThrow(() -> Problem.invalid(
                        Text.of("計画の年度が分かりません。", "The fiscal year is not known."),
                        Text.of("年度を入れてから、もう一度行ってください。", "Enter the year first.")));
        return file(desk.zip(found, year), year.slug() + ".zip", MediaType.parseMediaType("application/zip"));
    }

    @GetMapping("/staff/plan/import/{reading}/report.json")
    @Permit(Permission.MANAGE_PLAN)
    ResponseEntity<byte[]> report(Frame frame, @PathVariable String reading) {
        OpenReading found = opened.find(reading);
        byte[] json = written.report(found.read(), frame.language()).getBytes(StandardCharsets.UTF_8);
        return file(json, found.stored().id() + ".json", MediaType.APPLICATION_JSON);
    }

    /// Byte for byte as it came; always a download, never shown as a page of ours.
    @GetMapping("/staff/plan/import/{reading}/text")
    @Permit(Permission.MANAGE_PLAN)
    ResponseEntity<byte[]> text(@PathVariable String reading) {
        OpenReading found = opened.find(reading);
        return file(readings.text(found.stored()), found.stored().name(), MediaType.APPLICATION_OCTET_STREAM);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .body(content);
    }
}
