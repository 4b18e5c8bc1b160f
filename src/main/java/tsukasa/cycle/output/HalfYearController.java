package tsukasa.cycle.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closings;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.Issues;
import tsukasa.cycle.Period;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.print.Printing;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;
import tsukasa.plan.Viewpoint;

/// The half-year report, on screen and on paper.
@Controller
class HalfYearController {
    private static final String BASE = "/staff/follow-up/{plan}/report";
    private final FollowUps followUps;
    private final Actions actions;
    private final Issues issues;
    private final Closings closings;
    private final FrozenCounts frozen;
    private final PlanProgress progress;
    private final Printing printing;
    private final PlanShelf shelf;

    HalfYearController(
            FollowUps followUps,
            Actions actions,
            Issues issues,
            Closings closings,
            FrozenCounts frozen,
            PlanProgress progress,
            Printing printing,
            PlanShelf shelf) {
        this.followUps = followUps;
        this.actions = actions;
        this.issues = issues;
        this.closings = closings;
        this.frozen = frozen;
        this.progress = progress;
        this.printing = printing;
        this.shelf = shelf;
    }

    @GetMapping(BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    HalfYearPage onScreen(Frame frame, @PathVariable String plan) {
        return page(frame, plan(plan), false);
    }

    @GetMapping(BASE + ".pdf")
    @Permit(Permission.USE_STAFF_PAGES)
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String plan) {
        Plan found = plan(plan);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-half-year.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(printing.pdf(page(frame, found, true)));
    }

    private HalfYearPage page(Frame frame, Plan plan, boolean paper) {
        List<FollowUp> said = followUps.of(plan);
        List<AgreedAction> agreed = actions.of(plan.id()).stream()
                .filter(action -> action.origin() == AgreedAction.Origin.FOLLOW_UP)
                .toList();
        Optional<Closing> closing = closings.live(plan.id(), new Period(plan.year(), Period.Part.H1))
                .filter(one -> one.state() == Closing.State.CLOSED);
        long risk = said.stream().filter(one -> one.outlook().needsAction()).count();
        int all = plan.measures().size();
        return new HalfYearPage(
                frame,
                paper,
                "/staff/follow-up/" + plan.id(),
                frame.say(
                        frame.writing().year(plan.year()) + " 上期フォローアップ報告",
                        "Half-year report, " + frame.writing().year(plan.year())),
                frame.say(plan.agency()),
                frame.say(
                        all + "施策のうち" + said.size() + "施策が記入され、" + risk + "施策に下期の取組が必要です。",
                        said.size() + " of " + all + " measures are written; " + risk
                                + " need something done in the second half."),
                basis(frame, plan, closing),
                results(frame, plan, closing),
                departments(frame, plan, said, agreed),
                concerns(frame, plan, said, agreed),
                issues.of(new FiscalYear(plan.year().year() - 1)).stream()
                        .map(issue -> ReportContents.issue(frame, issue))
                        .toList());
    }

    private static String basis(Frame frame, Plan plan, Optional<Closing> closing) {
        String last = frame.writing().date(plan.year().halfEnd());
        return closing.map(one -> frame.say(
                        "数は、上期の締め（" + frame.writing().minute(one.knownAt()) + "までの記録）で固定した" + last + "のものです。",
                        "Numbers are those of " + last + ", frozen when the half year was closed (what was recorded by "
                                + frame.writing().minute(one.knownAt()) + ")."))
                .orElse(frame.say(
                        "上期はまだ締められておらず、数は" + last + "について今の記録で数えたものです。",
                        "The half year is not closed: numbers are those of " + last + " by what is recorded now."));
    }

    private List<EvaluationReportPage.Result> results(Frame frame, Plan plan, Optional<Closing> closing) {
        Map<String, Optional<Fraction>> values = closing.map(one -> closed(plan, one))
                .orElseGet(() ->
                        progress.standings(plan, new Viewpoint(plan.year().halfEnd(), Optional.empty())).stream()
                                .collect(Collectors.toMap(one -> one.threshold().id(), one -> one.value())));
        return plan.indicators().stream()
                .flatMap(indicator -> indicator.thresholds().stream())
                .map(threshold -> result(frame, plan, threshold, values.getOrDefault(threshold.id(), Optional.empty())))
                .toList();
    }

    private Map<String, Optional<Fraction>> closed(Plan plan, Closing closing) {
        Map<Long, FrozenCount> counts = frozen.find(closing.values().stream()
                .flatMap(value -> value.frozen().stream())
                .toList());
        return closing.values().stream()
                .collect(Collectors.toMap(
                        Closing.ClosedValue::threshold,
                        value -> value.frozen()
                                .map(counts::get)
                                .flatMap(count -> plan.closedValue(value.threshold(), count))));
    }

    private static EvaluationReportPage.Result result(
            Frame frame, Plan plan, Threshold threshold, Optional<Fraction> value) {
        Optional<Fraction> achievement =
                threshold.target().isZero() ? Optional.empty() : value.map(v -> v.dividedBy(threshold.target()));
        return new EvaluationReportPage.Result(
                threshold.id(),
                frame.say(threshold.title()),
                "",
                ReportContents.target(frame, threshold),
                ReportContents.figure(frame, threshold, value),
                "/staff/closings/" + plan.id() + "/h1/" + threshold.id(),
                achievement.map(a -> frame.writing().percentCut(a)).orElse("－"),
                achievement.map(ReportContents::bar).orElse(-1));
    }

    private static List<HalfYearPage.Department> departments(
            Frame frame, Plan plan, List<FollowUp> said, List<AgreedAction> agreed) {
        return plan.departments().stream()
                .filter(department -> !plan.measuresOf(department.id()).isEmpty())
                .map(department -> {
                    var places = plan.measuresOf(department.id()).stream()
                            .map(PlanItem::place)
                            .toList();
                    List<FollowUp> own = said.stream()
                            .filter(one -> places.contains(one.place()))
                            .toList();
                    return new HalfYearPage.Department(
                            frame.say(department.title()),
                            own.size() + "／" + places.size(),
                            (int) own.stream()
                                    .filter(HalfYearController::behind)
                                    .count(),
                            (int) own.stream()
                                    .filter(one -> one.outlook().needsAction())
                                    .count(),
                            actions(agreed, department.id(), AgreedAction.State.OPEN),
                            actions(agreed, department.id(), AgreedAction.State.DONE));
                })
                .toList();
    }

    private static boolean behind(FollowUp one) {
        return one.progress() == FollowUp.Progress.BEHIND || one.progress() == FollowUp.Progress.NOT_BEGUN;
    }

    private static int actions(List<AgreedAction> agreed, String department, AgreedAction.State state) {
        return (int) agreed.stream()
                .filter(action -> action.department().equals(department) && action.state() == state)
                .count();
    }

    private static List<HalfYearPage.Concern> concerns(
            Frame frame, Plan plan, List<FollowUp> said, List<AgreedAction> agreed) {
        return plan.measures().stream()
                .flatMap(item -> said.stream()
                        .filter(one -> one.place().equals(item.place()))
                        .filter(one -> behind(one) || one.outlook().needsAction())
                        .map(one -> new HalfYearPage.Concern(
                                item.place().label(),
                                frame.say(item.title()),
                                plan.departmentOf(item)
                                        .flatMap(plan::department)
                                        .map(found -> frame.say(found.title()))
                                        .orElse(""),
                                frame.say(one.progress().title()),
                                frame.say(one.outlook().title()),
                                one.words(),
                                todo(frame, agreed, item))))
                .toList();
    }

    private static List<String> todo(Frame frame, List<AgreedAction> agreed, PlanItem item) {
        return agreed.stream()
                .filter(action -> action.originId().equals(item.place().slug()))
                .map(action -> action.title()
                        + frame.say("（", " (")
                        + action.due()
                        + frame.say("まで、", ", ")
                        + frame.say(action.state().title())
                        + frame.say("）", ")"))
                .toList();
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
