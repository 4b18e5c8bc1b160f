package tsukasa.cycle.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.MonthlyReport;
import tsukasa.cycle.MonthlyReport.State;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.Plan.Department;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// Draws the matrix, the month of a department, and one report.
@Component
class ReportViews {
    static final String BASE = "/staff/reports";
    private static final int QUARTERS = 4;
    private static final int LONGEST_SHOWN = 80;
    private final ReportDesk desk;
    private final PlanShelf shelf;

    ReportViews(ReportDesk desk, PlanShelf shelf) {
        this.desk = desk;
        this.shelf = shelf;
    }

    /// What was just sent and could not be kept as it is.
    record Sent(Words words, List<List<String>> figures, int read) {}

    MatrixPage matrix(Frame frame, Visitor visitor, Plan plan) {
        Map<String, Map<YearMonth, Integer>> reported = desk.matrix(plan);
        List<YearMonth> months = plan.year().months();
        List<MatrixPage.Row> rows = plan.departments().stream()
                .map(department ->
                        row(frame, visitor, plan, department, months, reported.getOrDefault(department.id(), Map.of())))
                .filter(row -> row.measures() > 0)
                .toList();
        return new MatrixPage(
                frame,
                frame.say(plan.title()),
                BASE + "/" + plan.id(),
                tabs(frame, plan),
                lead(frame, plan, reported),
                months.stream().map(month -> frame.writing().month(month)).toList(),
                rows);
    }

    private List<Tab> tabs(Frame frame, Plan current) {
        List<Plan> plans = shelf.plans();
        return plans.size() < 2
                ? List.of()
                : plans.stream()
                        .map(plan -> new Tab(
                                frame.writing().year(plan.year()),
                                BASE + "/" + plan.id(),
                                plan.id().equals(current.id())))
                        .toList();
    }

    private MatrixPage.Row row(
            Frame frame,
            Visitor visitor,
            Plan plan,
            Department department,
            List<YearMonth> months,
            Map<YearMonth, Integer> reported) {
        int measures = plan.measuresOf(department.id()).size();
        String name = frame.say(department.title());
        return new MatrixPage.Row(
                name,
                measures,
                visitor.departments().contains(department.id()),
                months.stream()
                        .map(month -> cell(
                                frame, plan, department.id(), name, month, reported.getOrDefault(month, 0), measures))
                        .toList());
    }

    private MatrixPage.Cell cell(
            Frame frame, Plan plan, String department, String name, YearMonth month, int reported, int measures) {
        boolean begun = !month.atDay(1).isAfter(frame.today());
        boolean late = begun && reported < measures && frame.today().isAfter(desk.due(month));
        String title = frame.writing().month(month);
        String figure = begun ? reported + "／" + measures : "－";
        return new MatrixPage.Cell(
                title,
                figure,
                measures == 0 ? 0 : reported * QUARTERS / measures,
                late,
                begun ? address(plan, department, month) : null,
                name + frame.say("　", ", ") + title + frame.say("　", ": ") + figure);
    }

    static String address(Plan plan, String department, YearMonth month) {
        return BASE + "/" + plan.id() + "/" + department + "/" + month;
    }

    /// The last month that is over, or the first of the year.
    static YearMonth current(Plan plan, LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        List<YearMonth> months = plan.year().months();
        return last.isBefore(months.getFirst())
                ? months.getFirst()
                : last.isAfter(months.getLast()) ? months.getLast() : last;
    }

    private String lead(Frame frame, Plan plan, Map<String, Map<YearMonth, Integer>> reported) {
        YearMonth month = current(plan, frame.today());
        int all = plan.measures().size();
        int done = reported.values().stream()
                .mapToInt(each -> each.getOrDefault(month, 0))
                .sum();
        String which = frame.writing().month(month);
        String due = frame.writing().date(desk.due(month));
        return frame.say(
                which + "分は、" + all + "施策のうち" + done + "施策が報告されています。期限は" + due + "です。",
                "For " + which + ", " + done + " of " + all + " measures are reported; due by " + due + ".");
    }

    MonthPage month(Frame frame, Visitor visitor, Plan plan, Department department, YearMonth month) {
        Map<Place, MonthlyReport> reports =
                desk.of(plan, month).stream().collect(Collectors.toMap(MonthlyReport::place, Function.identity()));
        List<PlanItem> measures = plan.measuresOf(department.id());
        Optional<CycleOutcome> locked = desk.locked(plan, month);
        String base = address(plan, department.id(), month);
        long done = measures.stream()
                .filter(item -> reported(Optional.ofNullable(reports.get(item.place()))))
                .count();
        String due = frame.writing().date(desk.due(month));
        return new MonthPage(
                frame,
                base,
                BASE + "/" + plan.id(),
                frame.say(department.title()),
                frame.say(
                        frame.writing().month(month) + "分は" + measures.size() + "施策のうち" + done + "施策を報告済みです。期限は" + due
                                + "です。",
                        done + " of " + measures.size() + " measures reported for "
                                + frame.writing().month(month) + "; due by " + due + "."),
                months(frame, plan, department, month),
                measures.stream()
                        .map(item -> line(frame, base, item, Optional.ofNullable(reports.get(item.place()))))
                        .toList(),
                locked.isEmpty() && visitor.mayFor(Permission.REPORT_MEASURES, department.id()),
                locked.map(why -> sentence(frame, why)).orElse(null));
    }

    private static boolean reported(Optional<MonthlyReport> report) {
        return report.map(r -> r.state() == State.SUBMITTED).orElse(false);
    }

    static String sentence(Frame frame, CycleOutcome why) {
        return why instanceof CycleOutcome.Refused refused
                ? frame.say(refused.faults().getFirst().sentence())
                : "";
    }

    private static List<Tab> months(Frame frame, Plan plan, Department department, YearMonth current) {
        return plan.year().months().stream()
                .filter(month -> !month.atDay(1).isAfter(frame.today()))
                .map(month -> new Tab(
                        frame.writing().month(month), address(plan, department.id(), month), month.equals(current)))
                .toList();
    }

    private static MonthPage.Line line(Frame frame, String base, PlanItem item, Optional<MonthlyReport> report) {
        return new MonthPage.Line(
                item.place().label(),
                item.place().slug(),
                frame.say(item.title()),
                base + "/" + item.place().slug(),
                status(report),
                word(frame, report),
                report.flatMap(r -> r.words().progress())
                        .map(progress -> frame.say(progress.title()))
                        .orElse(""),
                report.map(r -> beginning(r.words().done())).orElse(""),
                report.map(r -> r.latest().byName() + "　"
                                + frame.writing().minute(r.latest().at()))
                        .orElse(""),
                report.isEmpty());
    }

    private static String beginning(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    private static Status status(Optional<MonthlyReport> report) {
        return report.map(r -> switch (r.state()) {
                    case DRAFT -> Status.DRAFT;
                    case SUBMITTED -> Status.ACCEPTED;
                    case RETURNED -> Status.WAITING_FOR_CORRECTION;
                })
                .orElse(Status.NOT_IN_SERVICE_YET);
    }

    private static String word(Frame frame, Optional<MonthlyReport> report) {
        return report.map(r -> frame.say(r.state().title())).orElse(frame.say("未報告", "Not reported"));
    }

    ReportPage one(
            Frame frame,
            Visitor visitor,
            Plan plan,
            PlanItem item,
            YearMonth month,
            @Nullable Sent sent,
            Errors errors,
            int answer) {
        String department = plan.departmentOf(item).orElseThrow();
        Optional<MonthlyReport> report = desk.find(plan, item.place(), month);
        Optional<CycleOutcome> locked = desk.locked(plan, month);
        boolean mine = visitor.mayFor(Permission.REPORT_MEASURES, department);
        Words words =
                sent != null ? sent.words() : report.map(MonthlyReport::words).orElse(Words.NONE);
        return new ReportPage(
                frame,
                address(plan, department, month) + "/" + item.place().slug(),
                address(plan, department, month),
                plan.department(department).map(d -> frame.say(d.title())).orElse(department),
                item.place().label(),
                frame.say(item.title()),
                frame.writing().month(month),
                facts(frame, plan, item),
                status(report),
                word(frame, report),
                words,
                sent != null ? sent.figures() : ReportInput.typed(words.figures()),
                sent != null ? sent.read() : report.map(MonthlyReport::revision).orElse(0),
                report.filter(r -> r.state() == State.RETURNED)
                        .flatMap(r -> r.latest().why())
                        .orElse(null),
                before(plan, item, month),
                locked.isEmpty() && mine,
                locked.isEmpty() && reported(report) && visitor.may(Permission.COORDINATE_CYCLE),
                locked.map(why -> sentence(frame, why)).orElse(null),
                report.map(r -> moments(frame, r)).orElse(List.of()),
                errors,
                answer);
    }

    private static List<Fact> facts(Frame frame, Plan plan, PlanItem item) {
        List<Fact> facts = new ArrayList<>();
        String place = "/plan/" + plan.id() + "/" + item.place().slug();
        facts.add(Fact.of(frame.say("計画の箇所", "Place in the plan"), item.place().label(), place));
        item.outcome().ifPresent(outcome -> facts.add(Fact.of(frame.say("めざす姿", "Outcome"), frame.say(outcome))));
        item.indicators().stream()
                .flatMap(id -> plan.indicator(id).stream())
                .forEach(indicator -> facts.add(Fact.of(
                        indicator.id(),
                        frame.say(indicator.title()),
                        "/plan/" + plan.id() + "/indicators/" + indicator.id())));
        return facts;
    }

    private @Nullable String before(Plan plan, PlanItem item, YearMonth month) {
        return desk.find(plan, item.place(), month.minusMonths(1))
                .map(report -> report.words().done())
                .filter(done -> !done.isBlank())
                .orElse(null);
    }

    private static List<Moment> moments(Frame frame, MonthlyReport report) {
        List<Moment> moments = new ArrayList<>();
        for (MonthlyReport.Revision revision : report.revisions().reversed()) {
            String when = frame.writing().minute(revision.at());
            String what = frame.say(revision.became().title()) + "　" + revision.byName()
                    + revision.words()
                            .progress()
                            .map(progress -> "　" + frame.say(progress.title()))
                            .orElse("")
                    + revision.why().map(why -> "　" + why).orElse("");
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
