package tsukasa.cycle.output;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.PastYears;
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
import tsukasa.kernel.print.Printing;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// The evaluation report: on screen, on paper, as a workbook; sent out, and what went out before.
@Controller
class ReportOutController {
    private static final String STAFF = "/staff/evaluation/{plan}/report";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final Evaluations evaluations;
    private final PastYears past;
    private final ReportContents contents;
    private final IssuingDesk issuing;
    private final IssuedStore issued;
    private final Printing printing;
    private final PlanShelf shelf;
    private final Notices notices;

    ReportOutController(
            Evaluations evaluations,
            PastYears past,
            ReportContents contents,
            IssuingDesk issuing,
            IssuedStore issued,
            Printing printing,
            PlanShelf shelf,
            Notices notices) {
        this.evaluations = evaluations;
        this.past = past;
        this.contents = contents;
        this.issuing = issuing;
        this.issued = issued;
        this.printing = printing;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping(STAFF)
    @Permit(Permission.READ_EVALUATION)
    EvaluationReportPage onScreen(Frame frame, Visitor visitor, @PathVariable String plan) {
        Plan found = plan(plan);
        return page(frame, visitor, found, evaluations.sheets(found), false, drafts(visitor));
    }

    @GetMapping(STAFF + ".pdf")
    @Permit(Permission.READ_EVALUATION)
    ResponseEntity<byte[]> pdf(Frame frame, Visitor visitor, @PathVariable String plan) {
        Plan found = plan(plan);
        byte[] pdf = printing.pdf(page(frame, visitor, found, evaluations.sheets(found), true, drafts(visitor)));
        return file(MediaType.APPLICATION_PDF, found.id() + "-evaluation.pdf", pdf);
    }

    @GetMapping("/staff/evaluation/{plan}/{section}/sheet.pdf")
    @Permit(Permission.READ_EVALUATION)
    ResponseEntity<byte[]> sheet(
            Frame frame, Visitor visitor, @PathVariable String plan, @PathVariable String section) {
        Plan found = plan(plan);
        Place place = section.equals(Evaluation.OVERALL.slug())
                ? Evaluation.OVERALL
                : found.itemAt(section).map(item -> item.place()).orElse(new Place("none"));
        ItemSheet sheet = evaluations
                .sheet(found, place)
                .orElseThrow(() -> Problem.notFound(
                        Text.of("その箇所は、評価する項目ではありません。", "That place is not evaluated as an item of its own.")));
        byte[] pdf = printing.pdf(page(frame, visitor, found, List.of(sheet), true, drafts(visitor)));
        return file(MediaType.APPLICATION_PDF, found.id() + "-" + section + ".pdf", pdf);
    }

    @GetMapping(STAFF + ".xlsx")
    @Permit(Permission.READ_EVALUATION)
    ResponseEntity<byte[]> workbook(Frame frame, Visitor visitor, @PathVariable String plan) throws IOException {
        Plan found = plan(plan);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportSheets.write(page(frame, visitor, found, evaluations.sheets(found), false, drafts(visitor)), out);
        return file(XLSX, found.id() + "-evaluation.xlsx", out.toByteArray());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    /// Those who write or approve see what is not final; the ministry and the auditors do not.
    private static boolean drafts(Visitor visitor) {
        return visitor.may(Permission.WRITE_EVALUATION) || visitor.may(Permission.APPROVE_EVALUATION);
    }

    @PostMapping(STAFF)
    @Permit(Permission.APPROVE_EVALUATION)
    Answer issue(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @RequestParam(defaultValue = "") String note) {
        Plan found = plan(plan);
        List<ItemSheet> sheets = evaluations.sheets(found);
        byte[] pdf = IssuingDesk.missing(sheets).isEmpty()
                ? printing.pdf(page(frame, visitor, found, sheets, true, false))
                : new byte[0];
        Notice said = switch (issuing.issue(found, sheets, pdf, note, visitor)) {
            case CycleOutcome.Done(long number) ->
                new Notice(
                        Notice.Kind.DONE,
                        frame.say("評価書 第" + number + "版を発行しました。", "Report no. " + number + " is issued."),
                        null);
            case CycleOutcome.Refused refused ->
                new Notice(
                        Notice.Kind.ERROR, frame.say(refused.faults().getFirst().sentence()), null);
        };
        notices.leave(request, said);
        return new Redirect("/staff/evaluation/" + found.id() + "/report");
    }

    /// What went out, for everybody.
    @GetMapping("/plan/{plan}/evaluation")
    EvaluationsOutPage wentOut(Frame frame, @PathVariable String plan) {
        Plan found = plan(plan);
        List<IssuedStore.Issued> all = issued.of(found.id());
        List<ItemSheet> sheets = evaluations.sheets(found);
        return new EvaluationsOutPage(
                frame,
                frame.say(found.title()),
                all.stream().map(one -> out(frame, found, one, sheets)).toList(),
                all.stream()
                        .findFirst()
                        .map(latest -> grades(frame, found, latest))
                        .orElse(List.of()));
    }

    private List<EvaluationsOutPage.Line> grades(Frame frame, Plan plan, IssuedStore.Issued latest) {
        List<IssuedStore.Grade> grades = issued.grades(latest.id());
        return evaluations.sheets(plan).stream()
                .map(sheet -> new EvaluationsOutPage.Line(
                        ReportContents.label(sheet),
                        ReportContents.title(frame, sheet),
                        sheet.item()
                                .map(item -> "/plan/" + plan.id() + "/places/"
                                        + item.place().slug())
                                .orElse(null),
                        grade(grades, sheet, Evaluation.Kind.SELF),
                        grade(grades, sheet, Evaluation.Kind.MINISTER)))
                .toList();
    }

    private static String grade(List<IssuedStore.Grade> grades, ItemSheet sheet, Evaluation.Kind kind) {
        String section = sheet.item().map(item -> item.place().value()).orElse(Evaluation.OVERALL.value());
        return grades.stream()
                .filter(grade -> grade.kind() == kind && grade.section().equals(section))
                .map(IssuedStore.Grade::grade)
                .findFirst()
                .orElse("－");
    }

    @GetMapping("/plan/{plan}/evaluation/{number}.pdf")
    ResponseEntity<byte[]> issuedPdf(@PathVariable String plan, @PathVariable int number) {
        byte[] pdf = issued.pdf(plan(plan).id(), number)
                .orElseThrow(() -> Problem.notFound(Text.of("その版の評価書はありません。", "There is no such report.")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag(IssuingDesk.sha256(pdf))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(plan + "-evaluation-" + number + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private EvaluationReportPage page(
            Frame frame, Visitor visitor, Plan plan, List<ItemSheet> sheets, boolean paper, boolean drafts) {
        ReportContents.Doings doings = contents.doings(plan);
        List<ItemYears> years = past.of(sheets);
        List<ItemSheet> missing = IssuingDesk.missing(sheets);
        return new EvaluationReportPage(
                frame,
                paper,
                "/staff/evaluation/" + plan.id(),
                frame.say(
                        frame.writing().year(plan.year()) + " 業務実績等評価書",
                        "Evaluation report, " + frame.writing().year(plan.year())),
                frame.say(plan.agency()),
                frame.say(plan.legalBasis()),
                !missing.isEmpty(),
                basis(frame, sheets.getFirst()),
                sheets.stream()
                        .map(sheet -> contents.summary(frame, sheet, drafts))
                        .toList(),
                IntStream.range(0, sheets.size())
                        .mapToObj(i -> contents.sheet(frame, sheets.get(i), years.get(i), doings, drafts))
                        .toList(),
                issued.of(plan.id()).stream()
                        .map(one -> out(frame, plan, one, sheets))
                        .toList(),
                visitor.may(Permission.APPROVE_EVALUATION),
                missing(frame, missing));
    }

    private static @Nullable String missing(Frame frame, List<ItemSheet> missing) {
        String items = missing.stream()
                .map(sheet -> (ReportContents.label(sheet) + " " + ReportContents.title(frame, sheet)).strip())
                .collect(Collectors.joining(frame.say("、", ", ")));
        return missing.isEmpty() ? null : frame.say("自己評価が確定していません：" + items, "Self-evaluations not final: " + items);
    }

    private static String basis(Frame frame, ItemSheet sheet) {
        return sheet.closing()
                .map(closing -> frame.say(
                        "数は、" + frame.writing().minute(closing.knownAt()) + "までの記録で年度を締めたときに固定したものです。",
                        "Numbers are those frozen when the year was closed, from what was recorded by "
                                + frame.writing().minute(closing.knownAt()) + "."))
                .orElse(frame.say(
                        "年度はまだ締められておらず、数は" + frame.writing().date(frame.today()) + "の見込みです。",
                        "The year is not closed: numbers are those of "
                                + frame.writing().date(frame.today()) + "."));
    }

    private EvaluationReportPage.Issued out(Frame frame, Plan plan, IssuedStore.Issued one, List<ItemSheet> sheets) {
        List<Evaluation> changed = issuing.changed(one.id(), sheets);
        String items = changed.stream()
                .map(evaluation -> evaluation.section().equals(Evaluation.OVERALL)
                        ? frame.say("総合評定", "overall")
                        : evaluation.section().label())
                .distinct()
                .collect(Collectors.joining(frame.say("、", ", ")));
        Optional<String> later = changed.isEmpty()
                ? Optional.empty()
                : Optional.of(frame.say("発行後に変わった評価：" + items, "Changed since it went out: " + items));
        return new EvaluationReportPage.Issued(
                frame.say("第" + one.number() + "版", "No. " + one.number()),
                frame.writing().minute(one.at()),
                one.byName(),
                one.note(),
                "/plan/" + plan.id() + "/evaluation/" + one.number() + ".pdf",
                one.sha256(),
                later.orElse(""));
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
