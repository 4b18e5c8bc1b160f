package tsukasa.cycle.output;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.Reports;
import tsukasa.cycle.YearMoney;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.print.Printing;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.ThresholdStanding;

/// The board's one sheet, on screen and on paper.
@Controller
class BoardController {
    private static final String BASE = "/staff/board";
    private static final long MILLION = 1_000_000;
    private final PlanProgress progress;
    private final Reports reports;
    private final FollowUps followUps;
    private final Actions actions;
    private final Issues issues;
    private final ObjectProvider<YearMoney> money;
    private final Printing printing;
    private final PlanShelf shelf;

    BoardController(
            PlanProgress progress,
            Reports reports,
            FollowUps followUps,
            Actions actions,
            Issues issues,
            ObjectProvider<YearMoney> money,
            Printing printing,
            PlanShelf shelf) {
        this.progress = progress;
        this.reports = reports;
        this.followUps = followUps;
        this.actions = actions;
        this.issues = issues;
        this.money = money;
        this.printing = printing;
        this.shelf = shelf;
    }

    @Bean
    static StaffMenuEntry boardEntry() {
        return StaffMenuEntry.of(
                Text.of("役員会の一枚", "Board summary"),
                Text.of("目標・報告・取組・予算の今を、一枚で", "Targets, reports, actions and money on one sheet"),
                BASE,
                Permission.USE_STAFF_PAGES.name(),
                29);
    }

    @GetMapping(BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    BoardPage newest(Frame frame) {
        return shelf.inForce(frame.today())
                .map(plan -> page(frame, plan, false))
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    @GetMapping(BASE + "/{plan}")
    @Permit(Permission.USE_STAFF_PAGES)
    BoardPage onScreen(Frame frame, @PathVariable String plan) {
        return page(frame, plan(plan), false);
    }

    @GetMapping(BASE + "/{plan}/summary.pdf")
    @Permit(Permission.USE_STAFF_PAGES)
    ResponseEntity<byte[]> pdf(Frame frame, @PathVariable String plan) {
        Plan found = plan(plan);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.id() + "-board.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(printing.pdf(page(frame, found, true)));
    }

    private BoardPage page(Frame frame, Plan plan, boolean paper) {
        List<ThresholdStanding> standings = progress.standings(plan.id());
        long good = standings.stream()
                .filter(one -> one.status() == ThresholdStanding.Status.REACHED
                        || one.status() == ThresholdStanding.Status.ON_TRACK)
                .count();
        long risk = standings.stream()
                .filter(one -> one.status() == ThresholdStanding.Status.AT_RISK)
                .count();
        return new BoardPage(
                frame,
                paper,
                BASE + "/" + plan.id(),
                frame.say(
                        frame.writing().year(plan.year()) + "の今",
                        frame.writing().year(plan.year()) + " at a glance"),
                frame.say(plan.agency()),
                frame.say(
                        standings.size() + "の目標のうち" + good + "が達成か順調で、" + risk + "に未達のおそれがあります。",
                        good + " of " + standings.size() + " targets are reached or on track; " + risk
                                + " are at risk."),
                frame.say(
                        frame.writing().date(progress.today(plan)) + "現在",
                        "As of " + frame.writing().date(progress.today(plan))),
                standings.stream().map(one -> line(frame, one)).toList(),
                facts(frame, plan),
                money(frame, plan));
    }

    private static BoardPage.Line line(Frame frame, ThresholdStanding standing) {
        return new BoardPage.Line(
                standing.threshold().id(),
                frame.say(standing.threshold().title()),
                ReportContents.figure(frame, standing.threshold(), standing.value()),
                ReportContents.target(frame, standing.threshold()),
                standing.forecastAchievement()
                        .map(a -> frame.writing().percentCut(a))
                        .orElse("－"),
                standing.link(),
                standing.achievement().map(ReportContents::bar).orElse(-1),
                status(standing.status()),
                frame.say(standing.status().title()));
    }

    private static Status status(ThresholdStanding.Status status) {
        return switch (status) {
            case REACHED -> Status.ACHIEVED;
            case ON_TRACK -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case AT_RISK -> Status.AT_RISK;
            case NOT_YET -> Status.NOT_COUNTED_YET;
            case UNCOUNTABLE -> Status.TO_BE_CHECKED;
        };
    }

    private List<Fact> facts(Frame frame, Plan plan) {
        List<Fact> facts = new ArrayList<>();
        facts.add(reported(frame, plan));
        List<FollowUp> said = followUps.of(plan);
        long risk = said.stream().filter(one -> one.outlook().needsAction()).count();
        facts.add(Fact.of(
                frame.say("上期フォローアップ", "Half-year follow-up"),
                frame.say(
                        said.size() + "施策を記入、" + risk + "施策に下期の取組が必要",
                        said.size() + " measures written, " + risk + " need action"),
                "/staff/follow-up/" + plan.id()));
        List<AgreedAction> agreed = actions.of(plan.id());
        long open = agreed.stream()
                .filter(action -> action.state() == AgreedAction.State.OPEN)
                .count();
        long late =
                agreed.stream().filter(action -> action.overdue(frame.today())).count();
        facts.add(Fact.of(
                frame.say("取組", "Actions"),
                frame.say(open + "件が実施中、うち" + late + "件が期限超過", open + " open, " + late + " of them overdue"),
                "/staff/actions?show=overdue"));
        FiscalYear last = new FiscalYear(plan.year().year() - 1);
        List<Issue> raised = issues.of(last);
        long unsettled =
                raised.stream().filter(issue -> !issue.state().settled()).count();
        facts.add(Fact.of(
                frame.say("前年度の課題", "Last year's issues"),
                frame.say(
                        raised.size() + "件のうち" + unsettled + "件が未了",
                        unsettled + " of " + raised.size() + " not settled"),
                "/staff/issues?year=" + last.year()));
        return facts;
    }

    private Fact reported(Frame frame, Plan plan) {
        YearMonth month = YearMonth.from(frame.today()).minusMonths(1);
        List<YearMonth> months = plan.year().months();
        YearMonth shown = month.isBefore(months.getFirst())
                ? months.getFirst()
                : month.isAfter(months.getLast()) ? months.getLast() : month;
        int done = reports.matrix(plan).values().stream()
                .mapToInt(each -> each.getOrDefault(shown, 0))
                .sum();
        return Fact.of(
                frame.say("月次報告", "Monthly reports"),
                frame.say(
                        frame.writing().month(shown) + "分は" + plan.measures().size() + "施策のうち" + done + "施策",
                        done + " of " + plan.measures().size() + " measures for "
                                + frame.writing().month(shown)),
                "/staff/reports/" + plan.id());
    }

    private List<BoardPage.Money> money(Frame frame, Plan plan) {
        List<Place> evaluated = plan.evaluated().stream().map(PlanItem::place).toList();
        Map<Place, List<YearMoney.Inputs>> all = money.stream()
                .findFirst()
                .map(keeper -> keeper.of(plan, evaluated))
                .orElse(Map.of());
        return plan.evaluated().stream()
                .flatMap(item -> all.getOrDefault(item.place(), List.of()).stream()
                        .filter(inputs -> inputs.year().equals(plan.year()))
                        .map(inputs -> money(frame, item, inputs)))
                .toList();
    }

    private static BoardPage.Money money(Frame frame, PlanItem item, YearMoney.Inputs inputs) {
        int bar = inputs.budget().isEmpty()
                        || inputs.executed().isEmpty()
                        || inputs.budget().get() <= 0
                ? -1
                : (int) Math.clamp(
                        inputs.executed().get() * 100 / inputs.budget().get(), 0, 100);
        return new BoardPage.Money(
                item.place().label() + frame.say("　", " ") + frame.say(item.title()),
                millions(frame, inputs.budget()),
                millions(frame, inputs.executed()),
                bar);
    }

    private static String millions(Frame frame, Optional<Long> yen) {
        return frame.writing()
                .millions(yen.map(y -> Math.floorDiv(y + MILLION / 2, MILLION)).orElse(null));
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
