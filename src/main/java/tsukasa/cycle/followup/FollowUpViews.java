package tsukasa.cycle.followup;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.ActionLine;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUp.Progress;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.Reports;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.Plan.Department;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// Draws the half-year follow-up.
@Component
class FollowUpViews {
    static final String BASE = "/staff/follow-up";
    private final FollowUpDesk desk;
    private final Actions actions;
    private final Issues issues;
    private final Reports reports;
    private final People people;
    private final PlanShelf shelf;

    FollowUpViews(FollowUpDesk desk, Actions actions, Issues issues, Reports reports, People people, PlanShelf shelf) {
        this.desk = desk;
        this.actions = actions;
        this.issues = issues;
        this.reports = reports;
        this.people = people;
        this.shelf = shelf;
    }

    /// What was just sent and could not be kept as it is.
    record Typed(String progress, String outlook, String words, String outcome, int read) {}

    FollowUpsPage all(Frame frame, Visitor visitor, Plan plan) {
        Map<Place, FollowUp> said = said(plan);
        List<AgreedAction> agreed = actions.of(plan.id()).stream()
                .filter(action -> action.origin() == AgreedAction.Origin.FOLLOW_UP)
                .toList();
        int all = plan.measures().size();
        return new FollowUpsPage(
                frame,
                plan.id(),
                frame.say(plan.title()),
                tabs(frame, plan),
                frame.say(
                        all + "施策のうち" + said.size() + "施策が記入され、下期の取組" + agreed.size() + "件が決まっています。",
                        said.size() + " of " + all + " measures are written; " + agreed.size()
                                + " actions are agreed for the second half."),
                early(frame, plan),
                plan.departments().stream()
                        .filter(department -> !plan.measuresOf(department.id()).isEmpty())
                        .map(department -> line(frame, visitor, plan, department, said, agreed))
                        .toList(),
                issues.of(new FiscalYear(plan.year().year() - 1)).stream()
                        .map(issue -> issue(frame, issue))
                        .toList());
    }

    private @Nullable String early(Frame frame, Plan plan) {
        return desk.notYet(plan)
                .map(CycleOutcome.Refused.class::cast)
                .map(refused -> frame.say(refused.faults().getFirst().sentence()))
                .orElse(null);
    }

    private Map<Place, FollowUp> said(Plan plan) {
        return desk.of(plan).stream().collect(Collectors.toMap(FollowUp::place, Function.identity()));
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

    private static FollowUpsPage.Line line(
            Frame frame,
            Visitor visitor,
            Plan plan,
            Department department,
            Map<Place, FollowUp> said,
            List<AgreedAction> agreed) {
        List<PlanItem> measures = plan.measuresOf(department.id());
        List<FollowUp> own = measures.stream()
                .map(item -> said.get(item.place()))
                .filter(java.util.Objects::nonNull)
                .toList();
        List<AgreedAction> todo = agreed.stream()
                .filter(action -> action.department().equals(department.id()))
                .toList();
        return new FollowUpsPage.Line(
                frame.say(department.title()),
                BASE + "/" + plan.id() + "/" + department.id(),
                visitor.departments().contains(department.id()),
                own.size() + "／" + measures.size(),
                (int) own.stream()
                        .filter(one -> one.progress() == Progress.BEHIND || one.progress() == Progress.NOT_BEGUN)
                        .count(),
                (int) own.stream().filter(one -> one.outlook().needsAction()).count(),
                (int) todo.stream()
                        .filter(action -> action.state() == AgreedAction.State.OPEN)
                        .count(),
                (int) todo.stream()
                        .filter(action -> action.state() == AgreedAction.State.DONE)
                        .count());
    }

    private static FollowUpsPage.IssueLine issue(Frame frame, Issue issue) {
        Status status = switch (issue.state()) {
            case OPEN -> Status.RECEIVED;
            case IN_HAND -> Status.IN_REVIEW;
            case ANSWERED -> Status.ACCEPTED;
            case NOT_TAKEN_UP -> Status.WITHDRAWN;
        };
        return new FollowUpsPage.IssueLine(
                new Place(issue.section()).label(),
                issue.text(),
                "/staff/issues/" + issue.id(),
                issue.raisedBy(),
                status,
                frame.say(issue.state().title()));
    }

    DepartmentPage department(Frame frame, Plan plan, Department department) {
        Map<Place, FollowUp> said = said(plan);
        List<PlanItem> measures = plan.measuresOf(department.id());
        String base = BASE + "/" + plan.id() + "/" + department.id();
        Map<String, List<AgreedAction>> agreed = actions.of(plan.id()).stream()
                .filter(action -> action.origin() == AgreedAction.Origin.FOLLOW_UP)
                .collect(Collectors.groupingBy(AgreedAction::originId));
        long written =
                measures.stream().filter(item -> said.containsKey(item.place())).count();
        return new DepartmentPage(
                frame,
                BASE + "/" + plan.id(),
                frame.say(department.title()),
                frame.say(
                        measures.size() + "施策のうち" + written + "施策を記入済みです。",
                        written + " of " + measures.size() + " measures written."),
                measures.stream()
                        .map(item -> line(
                                frame,
                                base,
                                item,
                                Optional.ofNullable(said.get(item.place())),
                                agreed.getOrDefault(item.place().slug(), List.of())))
                        .toList());
    }

    private static DepartmentPage.Line line(
            Frame frame, String base, PlanItem item, Optional<FollowUp> said, List<AgreedAction> agreed) {
        long open = agreed.stream()
                .filter(action -> action.state() == AgreedAction.State.OPEN)
                .count();
        return new DepartmentPage.Line(
                item.place().label(),
                frame.say(item.title()),
                base + "/" + item.place().slug(),
                said.map(one -> status(one.progress())).orElse(Status.NOT_IN_SERVICE_YET),
                said.map(one -> frame.say(one.progress().title())).orElse(frame.say("未記入", "Not written")),
                said.map(one -> frame.say(one.outlook().title())).orElse(""),
                said.map(FollowUp::words).orElse(""),
                agreed.isEmpty() ? "" : open + "／" + agreed.size());
    }

    private static Status status(Progress progress) {
        return switch (progress) {
            case AHEAD, AS_PLANNED -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case NOT_BEGUN -> Status.AT_RISK;
            case DONE -> Status.ACHIEVED;
        };
    }

    FollowUpPage one(
            Frame frame,
            Visitor visitor,
            Plan plan,
            PlanItem item,
            @Nullable Typed typed,
            FollowUpPage.NewAction action,
            Errors errors,
            int answer) {
        String department = plan.departmentOf(item).orElseThrow();
        List<FollowUp> versions = desk.about(plan, item.place());
        Optional<FollowUp> last = versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        List<AgreedAction> agreed = actions
                .from(AgreedAction.Origin.FOLLOW_UP, item.place().slug())
                .stream()
                .filter(one -> one.plan().equals(plan.id()))
                .toList();
        String base = BASE + "/" + plan.id() + "/" + department;
        Typed shown = typed != null
                ? typed
                : last.map(one -> new Typed(
                                one.progress().name(), one.outlook().name(), one.words(), one.outcome(), one.number()))
                        .orElse(new Typed("", "", "", "", 0));
        return new FollowUpPage(
                frame,
                base + "/" + item.place().slug(),
                base,
                plan.department(department).map(d -> frame.say(d.title())).orElse(department),
                item.place().label(),
                frame.say(item.title()),
                facts(frame, plan, item),
                months(frame, plan, item),
                early(frame, plan),
                desk.notYet(plan).isEmpty() && visitor.mayFor(Permission.REPORT_MEASURES, department),
                shown.progress(),
                shown.outlook(),
                shown.words(),
                shown.outcome(),
                shown.read(),
                last.map(one -> one.outlook().needsAction()).orElse(false) && agreed.isEmpty(),
                owners(frame),
                action,
                agreed.stream().map(one -> ActionLine.of(frame, one)).toList(),
                moments(frame, versions),
                errors,
                answer);
    }

    private static List<Fact> facts(Frame frame, Plan plan, PlanItem item) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                frame.say("計画の箇所", "Place in the plan"),
                item.place().label(),
                "/plan/" + plan.id() + "/" + item.place().slug()));
        item.outcome().ifPresent(outcome -> facts.add(Fact.of(frame.say("めざす姿", "Outcome"), frame.say(outcome))));
        return facts;
    }

    private List<Fact> months(Frame frame, Plan plan, PlanItem item) {
        YearMonth last = YearMonth.from(plan.year().halfEnd());
        return reports.about(plan, item.place()).stream()
                .filter(report -> !report.month().isAfter(last))
                .filter(report -> !report.words().done().isBlank())
                .map(report -> Fact.of(
                        frame.writing().month(report.month()), report.words().done()))
                .toList();
    }

    private List<Option> owners(Frame frame) {
        List<Option> owners = new ArrayList<>();
        owners.add(Option.of("", frame.say("部署で決める", "The department decides")));
        people.entrusted().forEach(person -> owners.add(Option.of(person.id().toString(), person.displayName())));
        return owners;
    }

    private static List<Moment> moments(Frame frame, List<FollowUp> versions) {
        List<Moment> moments = new ArrayList<>();
        for (FollowUp version : versions.reversed()) {
            String when = frame.writing().minute(version.at());
            String what = version.byName() + "　" + frame.say(version.progress().title()) + frame.say("、", "; ")
                    + frame.say(version.outlook().title());
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
