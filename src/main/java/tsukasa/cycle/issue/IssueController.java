package tsukasa.cycle.issue;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issue.Answer;
import tsukasa.cycle.Issue.Clause;
import tsukasa.cycle.Issue.State;
import tsukasa.cycle.PlanDrafts;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class IssueController {
    static final String BASE = "/staff/issues";
    private final IssueDesk desk;
    private final PlanShelf shelf;
    private final PlanDrafts drafts;
    private final Notices notices;

    IssueController(IssueDesk desk, PlanShelf shelf, PlanDrafts drafts, Notices notices) {
        this.desk = desk;
        this.shelf = shelf;
        this.drafts = drafts;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry issuesEntry(IssueStore store) {
        return StaffMenuEntry.of(
                        Text.of("課題", "Issues"),
                        Text.of("評価や意見で出された課題に、次の計画まで対応する", "What evaluators asked for, until a plan answers it"),
                        BASE,
                        Permission.USE_STAFF_PAGES.name(),
                        35)
                .counting(store::open);
    }

    /// @param year the year whose evaluation raised them; the last one that is over where none is asked for
    @GetMapping(BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    IssuesPage list(
            Frame frame,
            Visitor visitor,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String state) {
        FiscalYear shown = year >= 1868 && year <= 9998
                ? new FiscalYear(year)
                : new FiscalYear(FiscalYear.of(frame.today()).year() - 1);
        List<Issue> all = desk.of(shown);
        Optional<State> wanted = state(state);
        long settled = all.stream().filter(issue -> issue.state().settled()).count();
        return new IssuesPage(
                frame,
                years(frame, shown),
                frame.say(
                        frame.writing().year(shown) + "の評価で出された課題は" + all.size() + "件、そのうち" + settled + "件の対応が済んでいます。",
                        "Fiscal year " + shown.year() + ": " + all.size() + (all.size() == 1 ? " issue, " : " issues, ")
                                + settled + " settled."),
                chips(frame, all, wanted),
                visitor.may(Permission.COORDINATE_CYCLE),
                all.stream()
                        .filter(issue -> wanted.map(issue.state()::equals).orElse(true))
                        .map(issue -> line(frame, issue))
                        .toList());
    }

    private List<Tab> years(Frame frame, FiscalYear shown) {
        TreeSet<FiscalYear> years = new TreeSet<>();
        shelf.plans().forEach(plan -> {
            years.add(plan.year());
            years.add(new FiscalYear(plan.year().year() - 1));
        });
        years.add(shown);
        return years.descendingSet().stream()
                .map(year -> new Tab(frame.writing().year(year), BASE + "?year=" + year.year(), year.equals(shown)))
                .toList();
    }

    private static List<Chip> chips(Frame frame, List<Issue> all, Optional<State> wanted) {
        List<Chip> chips = new ArrayList<>();
        for (State state : State.values()) {
            long count = all.stream().filter(issue -> issue.state() == state).count();
            if (wanted.filter(state::equals).isPresent()) {
                chips.add(Chip.inForce(frame.say(state.title()), frame.withoutParameter("state")));
            } else if (count > 0) {
                chips.add(new Chip(frame.say(state.title()), frame.withParameter("state", state.name()), false, count));
            }
        }
        return chips;
    }

    private static Optional<State> state(String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    private IssuesPage.Line line(Frame frame, Issue issue) {
        Optional<Clause> clause = issue.answer().clause();
        return new IssuesPage.Line(
                new Place(issue.section()).label(),
                issue.text(),
                BASE + "/" + issue.id(),
                frame.say(issue.origin().title()) + frame.say("　", ", ") + issue.raisedBy(),
                department(frame, issue.department()),
                status(issue.state()),
                frame.say(issue.state().title()),
                clause.map(c -> planYear(frame, c) + " " + new Place(c.place()).label())
                        .orElse(""),
                clause.map(c -> "/plan/" + c.plan() + "/" + new Place(c.place()).slug())
                        .orElse(""));
    }

    private String planYear(Frame frame, Clause clause) {
        return shelf.plan(clause.plan())
                .map(plan -> frame.writing().year(plan.year()))
                .orElse(clause.plan());
    }

    private String department(Frame frame, String id) {
        return shelf.plans().stream()
                .flatMap(plan -> plan.department(id).stream())
                .findFirst()
                .map(found -> frame.say(found.title()))
                .orElse(id);
    }

    static Status status(State state) {
        return switch (state) {
            case OPEN -> Status.RECEIVED;
            case IN_HAND -> Status.IN_REVIEW;
            case ANSWERED -> Status.ACCEPTED;
            case NOT_TAKEN_UP -> Status.WITHDRAWN;
        };
    }

    @GetMapping(BASE + "/{id}")
    @Permit(Permission.USE_STAFF_PAGES)
    IssuePage one(Frame frame, Visitor visitor, @PathVariable long id) {
        Issue issue = found(id);
        return page(frame, visitor, issue, typed(issue), Errors.none(), 200);
    }

    private static IssuePage.Typed typed(Issue issue) {
        Answer now = issue.answer();
        return new IssuePage.Typed(
                issue.state().name(),
                now.response(),
                now.change(),
                now.clause().map(Clause::plan).orElse(""),
                now.clause().map(Clause::place).orElse(""));
    }

    @PostMapping(BASE + "/{id}")
    @Permit(Permission.REPORT_MEASURES)
    tsukasa.kernel.page.Answer answer(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable long id) {
        Issue issue = found(id);
        if (!mayAnswer(visitor, issue)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("担当の部署か計画担当が記録します。", "Its department or the planners record this."),
                    Text.of("担当の部署に頼んでください。", "Ask its department."));
        }
        IssuePage.Typed typed = new IssuePage.Typed(
                text(request, "state"),
                text(request, "response"),
                text(request, "change"),
                text(request, "plan"),
                text(request, "place"));
        CycleOutcome outcome = desk.answer(
                id,
                state(typed.state()).orElse(State.OPEN),
                new Answer(typed.response(), typed.change(), clause(typed)),
                count(text(request, "read")),
                visitor);
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("記録しました。", "Recorded."), null));
                yield new Redirect(BASE + "/" + id);
            }
            case CycleOutcome.Refused refused ->
                page(frame, visitor, issue, typed, refused.errors(frame), refused.status());
        };
    }

    private Optional<Clause> clause(IssuePage.Typed typed) {
        return typed.plan().isEmpty() || typed.place().isEmpty()
                ? Optional.empty()
                : Optional.of(new Clause(
                        typed.plan(),
                        shelf.plan(typed.plan())
                                .flatMap(plan -> plan.itemAt(typed.place()))
                                .map(item -> item.place().value())
                                .orElse(typed.place())));
    }

    private static boolean mayAnswer(Visitor visitor, Issue issue) {
        return visitor.may(Permission.COORDINATE_CYCLE)
                || visitor.mayFor(Permission.REPORT_MEASURES, issue.department());
    }

    private Issue found(long id) {
        return desk.find(id).orElseThrow(() -> Problem.notFound(Text.of("その課題はありません。", "There is no such issue.")));
    }

    private IssuePage page(
            Frame frame, Visitor visitor, Issue issue, IssuePage.Typed typed, Errors errors, int answer) {
        List<Option> plans = new ArrayList<>();
        plans.add(Option.of("", frame.say("まだない", "None yet")));
        shelf.plans().stream()
                .filter(plan -> plan.year().compareTo(issue.year()) > 0)
                .forEach(plan -> plans.add(Option.of(plan.id(), frame.say(plan.title()))));
        return new IssuePage(
                frame,
                BASE + "/" + issue.id(),
                issue.text(),
                status(issue.state()),
                frame.say(issue.state().title()),
                facts(frame, visitor, issue),
                mayAnswer(visitor, issue),
                plans,
                typed,
                issue.events().size(),
                moments(frame, issue),
                errors,
                answer);
    }

    private List<Fact> facts(Frame frame, Visitor visitor, Issue issue) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                frame.say("出所", "Origin"),
                frame.say(issue.origin().title()) + frame.say("　", ", ") + issue.raisedBy()));
        facts.add(Fact.of(frame.say("日付", "Day"), frame.writing().date(issue.raisedOn())));
        Place place = new Place(issue.section());
        String label = frame.writing().year(issue.year()) + " " + place.label();
        Optional<Plan> plan = desk.planOf(issue.year());
        facts.add(
                plan.isPresent()
                        ? Fact.of(
                                frame.say("計画の箇所", "Place in the plan"),
                                label,
                                "/plan/" + plan.get().id() + "/" + place.slug())
                        : Fact.of(frame.say("計画の箇所", "Place in the plan"), label));
        facts.add(Fact.of(frame.say("担当", "Department"), department(frame, issue.department())));
        issue.answer()
                .clause()
                .ifPresent(clause -> facts.add(Fact.of(
                        frame.say("答える条項", "Answered by"),
                        planYear(frame, clause) + " " + new Place(clause.place()).label(),
                        "/plan/" + clause.plan() + "/" + new Place(clause.place()).slug())));
        if (visitor.may(Permission.READ_DRAFTS)) {
            drafts.answering(issue.id())
                    .forEach(clause -> facts.add(Fact.of(
                            frame.say("答える案", "In a draft"),
                            frame.say(clause.title()) + "　" + frame.say(clause.words()),
                            "/staff/drafts/" + clause.draft() + "/clauses/" + clause.clause())));
        }
        return facts;
    }

    private static List<Moment> moments(Frame frame, Issue issue) {
        List<Moment> moments = new ArrayList<>();
        for (Issue.Event event : issue.events().reversed()) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(event.became().title()) + "　" + event.byName()
                    + (event.answer().response().isEmpty()
                            ? ""
                            : "　" + event.answer().response());
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
