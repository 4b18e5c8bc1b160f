package tsukasa.cycle.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
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
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.MonthlyReport;
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
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.Plan.Department;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

@Controller
class ReportController {
    private static final String MONTH = ReportViews.BASE + "/{plan}/{department}/{month}";
    private static final List<String> HEAD = List.of(
            "plan",
            "place",
            "title",
            "department",
            "month",
            "state",
            "progress",
            "done",
            "trouble",
            "outcome",
            "figures",
            "reported_by",
            "reported_at");
    private final ReportDesk desk;
    private final ReportViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    ReportController(ReportDesk desk, ReportViews views, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry reportsEntry() {
        return StaffMenuEntry.of(
                Text.of("月次報告", "Monthly reports"),
                Text.of("部署ごとに、施策の実施状況を毎月報告する", "Each department reports on its measures every month"),
                ReportViews.BASE,
                Permission.USE_STAFF_PAGES.name(),
                31);
    }

    /// One measure in one month, as the address names it.
    private record Asked(Plan plan, Department department, YearMonth month, PlanItem item) {
        Place place() {
            return item.place();
        }
    }

    @GetMapping(ReportViews.BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    MatrixPage newest(Frame frame, Visitor visitor) {
        return views.matrix(frame, visitor, shelf.current(frame.today()));
    }

    @GetMapping(ReportViews.BASE + "/{plan}")
    @Permit(Permission.USE_STAFF_PAGES)
    MatrixPage matrix(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.matrix(frame, visitor, shelf.asked(plan));
    }

    @GetMapping(MONTH)
    @Permit(Permission.USE_STAFF_PAGES)
    MonthPage month(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String month) {
        Plan found = shelf.asked(plan);
        return views.month(frame, visitor, found, department(found, department), month(found, month));
    }

    @GetMapping(MONTH + "/{place}")
    @Permit(Permission.USE_STAFF_PAGES)
    ReportPage one(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String month,
            @PathVariable String place) {
        Asked asked = asked(plan, department, month, place);
        return views.one(frame, visitor, asked.plan, asked.item, asked.month, null, Errors.none(), 200);
    }

    /// @param then `submit` to report, anything else keeps a draft
    @PostMapping(MONTH + "/{place}")
    @Permit(Permission.REPORT_MEASURES)
    Answer write(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String month,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String then) {
        Asked asked = asked(plan, department, month, place);
        mine(visitor, asked.department);
        ReportInput input = ReportInput.of(request);
        CycleOutcome outcome = !input.faults().isEmpty()
                ? CycleOutcome.wrong(input.faults())
                : then.equals("submit")
                        ? desk.submit(asked.plan, asked.place(), asked.month, input.words(), input.read(), visitor)
                        : desk.write(asked.plan, asked.place(), asked.month, input.words(), input.read(), visitor);
        String done =
                then.equals("submit") ? frame.say("報告しました。", "Reported.") : frame.say("下書きを保存しました。", "Draft saved.");
        return switch (outcome) {
            case CycleOutcome.Done ok -> back(request, asked, done);
            case CycleOutcome.Refused refused ->
                views.one(
                        frame,
                        visitor,
                        asked.plan,
                        asked.item,
                        asked.month,
                        new ReportViews.Sent(input.words(), input.figures(), input.read()),
                        refused.errors(frame),
                        refused.status());
        };
    }

    @PostMapping(MONTH + "/{place}/return")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer giveBack(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String month,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String why) {
        Asked asked = asked(plan, department, month, place);
        int read = ReportInput.of(request).read();
        return switch (desk.giveBack(asked.plan, asked.place(), asked.month, read, why, visitor)) {
            case CycleOutcome.Done ok -> back(request, asked, frame.say("差し戻しました。", "Returned."));
            case CycleOutcome.Refused refused ->
                views.one(
                        frame,
                        visitor,
                        asked.plan,
                        asked.item,
                        asked.month,
                        null,
                        refused.errors(frame),
                        refused.status());
        };
    }

    private Answer back(HttpServletRequest request, Asked asked, String done) {
        notices.leave(
                request, new Notice(Notice.Kind.DONE, done, asked.item.place().label()));
        return new Redirect(ReportViews.address(asked.plan, asked.department.id(), asked.month));
    }

    @PostMapping(MONTH)
    @Permit(Permission.REPORT_MEASURES)
    Answer nothingPlanned(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String month) {
        Plan found = shelf.asked(plan);
        Department of = department(found, department);
        YearMonth in = month(found, month);
        mine(visitor, of);
        String[] chosen = request.getParameterValues("place");
        List<Place> places = Arrays.stream(chosen == null ? new String[0] : chosen)
                .flatMap(slug -> found.itemAt(slug).stream())
                .filter(item -> found.departmentOf(item).filter(of.id()::equals).isPresent())
                .map(PlanItem::place)
                .toList();
        int reported = desk.nothingPlanned(found, places, in, visitor);
        Notice.Kind kind = reported == 0 ? Notice.Kind.WARNING : Notice.Kind.DONE;
        notices.leave(
                request,
                new Notice(
                        kind,
                        frame.say(
                                reported + "施策を「この月は予定なし」として報告しました。",
                                reported + " measures reported as having nothing planned."),
                        null));
        return new Redirect(ReportViews.address(found, of.id(), in));
    }

    /// All reports of a plan as they stand.
    @GetMapping(ReportViews.BASE + "/{plan}/reports.csv")
    @Permit(Permission.USE_STAFF_PAGES)
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String plan) {
        Plan found = shelf.asked(plan);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-reports.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> {
                    try (CsvWriter csv = new CsvWriter(out)) {
                        csv.row(HEAD);
                        for (YearMonth month : found.year().months()) {
                            desk.of(found, month).forEach(report -> line(csv, found, report));
                        }
                    }
                });
    }

    private static void line(CsvWriter csv, Plan plan, MonthlyReport report) {
        PlanItem item = plan.item(report.place()).orElse(null);
        csv.cell(report.plan(), true)
                .cell(report.place().value(), false)
                .cell(item == null ? "" : item.title().ja(), false)
                .cell(item == null ? "" : plan.departmentOf(item).orElse(""), false)
                .cell(report.month().toString(), false)
                .cell(report.state().name(), false)
                .cell(report.words().progress().map(Enum::name).orElse(""), false)
                .cell(report.words().done(), false)
                .cell(report.words().trouble(), false)
                .cell(report.words().outcome(), false)
                .cell(
                        String.join(
                                "; ",
                                report.words().figures().stream()
                                        .map(figure -> figure.what() + " " + ReportInput.written(figure.amount())
                                                + figure.unit())
                                        .toList()),
                        false)
                .cell(report.latest().byName(), false)
                .cell(report.latest().at().toString(), false)
                .end();
    }

    /// Who reports for other departments only is refused as one who may not report at all.
    private static void mine(Visitor visitor, Department department) {
        if (!visitor.mayFor(Permission.REPORT_MEASURES, department.id())) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("ほかの部署の施策は報告できません。", "You do not report for that department."),
                    Text.of("その部署の担当者に頼んでください。", "Ask somebody of that department."));
        }
    }

    private Asked asked(String plan, String department, String month, String place) {
        Plan found = shelf.asked(plan);
        Department of = department(found, department);
        PlanItem item = found.itemAt(place)
                .filter(found::promises)
                .filter(measure ->
                        found.departmentOf(measure).filter(of.id()::equals).isPresent())
                .orElseThrow(() ->
                        Problem.notFound(Text.of("その部署に、そのような施策はありません。", "That department has no such measure.")));
        return new Asked(found, of, month(found, month), item);
    }

    private static Department department(Plan plan, String id) {
        return plan.department(id)
                .orElseThrow(() -> Problem.notFound(Text.of("その部署はありません。", "There is no such department.")));
    }

    private static YearMonth month(Plan plan, String written) {
        try {
            YearMonth month = YearMonth.parse(written);
            if (plan.year().contains(month.atDay(1))) {
                return month;
            }
        } catch (DateTimeParseException noMonth) {
            // answered below
        }
        throw Problem.notFound(Text.of("その年度の月ではありません。", "That is no month of the year."));
    }
}
