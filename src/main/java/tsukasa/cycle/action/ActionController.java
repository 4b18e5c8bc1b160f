package tsukasa.cycle.action;

import static tsukasa.kernel.page.FormFields.day;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.AgreedAction.State;
import tsukasa.cycle.CycleOutcome;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class ActionController {
    static final String BASE = "/staff/actions";
    private final ActionDesk desk;
    private final PlanShelf shelf;
    private final Notices notices;

    ActionController(ActionDesk desk, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry actionsEntry(ActionStore store, Clock clock) {
        return StaffMenuEntry.of(
                        Text.of("取組", "Actions"),
                        Text.of("会議やフォローアップで決めたことを、終わるまで追う", "What was agreed, followed until it is done"),
                        BASE,
                        Permission.USE_STAFF_PAGES.name(),
                        36)
                .counting(() -> store.overdue(LocalDate.ofInstant(clock.instant(), Writing.JAPAN)));
    }

    /// @param show `mine`, `open`, `overdue` or `all`
    @GetMapping(BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    ActionsPage list(Frame frame, Visitor visitor, @RequestParam(defaultValue = "") String show) {
        Plan plan = shelf.current(frame.today());
        List<AgreedAction> all = desk.of(plan.id());
        List<AgreedAction> mine =
                all.stream().filter(action -> mine(visitor, action)).toList();
        String chosen = show.isEmpty() ? (mine.isEmpty() ? "open" : "mine") : show;
        List<AgreedAction> shown = switch (chosen) {
            case "mine" -> mine;
            case "open" -> open(all);
            case "overdue" ->
                all.stream().filter(action -> action.overdue(frame.today())).toList();
            default -> all;
        };
        long late = all.stream().filter(action -> action.overdue(frame.today())).count();
        return new ActionsPage(
                frame,
                frame.say(plan.title()),
                frame.say(
                        all.size() + "件のうち" + open(all).size() + "件が実施中で、" + late + "件が期限を過ぎています。",
                        open(all).size() + " of " + all.size() + " are open; " + late + " overdue."),
                List.of(
                        tab(frame, "mine", "自分の担当", "Mine", chosen),
                        tab(frame, "open", "実施中", "Open", chosen),
                        tab(frame, "overdue", "期限超過", "Overdue", chosen),
                        tab(frame, "all", "すべて", "All", chosen)),
                shown.stream().map(action -> line(frame, plan, action)).toList());
    }

    private static boolean mine(Visitor visitor, AgreedAction action) {
        return action.owner()
                .map(visitor.id()::equals)
                .orElse(visitor.departments().contains(action.department()));
    }

    private static List<AgreedAction> open(List<AgreedAction> all) {
        return all.stream().filter(action -> action.state() == State.OPEN).toList();
    }

    private static Tab tab(Frame frame, String show, String ja, String en, String chosen) {
        return new Tab(frame.say(ja, en), BASE + "?show=" + show, show.equals(chosen));
    }

    private static ActionsPage.Line line(Frame frame, Plan plan, AgreedAction action) {
        return new ActionsPage.Line(
                action.title(),
                BASE + "/" + action.id(),
                frame.say(action.origin().title()),
                who(frame, plan, action),
                action.due().toString(),
                action.status(frame.today()),
                frame.say(action.word(frame.today())));
    }

    private static String who(Frame frame, Plan plan, AgreedAction action) {
        String department = plan.department(action.department())
                .map(found -> frame.say(found.title()))
                .orElse(action.department());
        return action.ownerName().isEmpty()
                ? department
                : action.ownerName() + frame.say("（", " (") + department + frame.say("）", ")");
    }

    @GetMapping(BASE + "/{id}")
    @Permit(Permission.USE_STAFF_PAGES)
    ActionPage one(Frame frame, Visitor visitor, @PathVariable long id) {
        AgreedAction action = found(id);
        return page(frame, visitor, action, action.due().toString(), "", "DONE", Errors.none(), 200);
    }

    @PostMapping(BASE + "/{id}")
    @Permit(Permission.USE_STAFF_PAGES)
    Answer follow(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int read) {
        AgreedAction action = found(id);
        if (!mayFollow(visitor, action)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("担当者か取りまとめの部署が記録します。", "Its owner or the planners say what became of it."),
                    Text.of("担当者に連絡してください。", "Ask its owner."));
        }
        Optional<LocalDate> day = day(due);
        CycleOutcome outcome = day.isEmpty()
                ? CycleOutcome.wrong("due", "期限を日付で書いてください。", "Write the day as a date.")
                : desk.follow(id, state(state), day.get(), note.strip(), read, visitor);
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("記録しました。", "Recorded."), null));
                yield new Redirect(BASE + "/" + id);
            }
            case CycleOutcome.Refused refused ->
                page(frame, visitor, action, due, note, state, refused.errors(frame), refused.status());
        };
    }

    private static State state(String name) {
        return name.equals("DONE") ? State.DONE : name.equals("DROPPED") ? State.DROPPED : State.OPEN;
    }

    /// Its owner, those who report for its department, and the planners.
    private static boolean mayFollow(Visitor visitor, AgreedAction action) {
        return action.owner().map(visitor.id()::equals).orElse(false)
                || visitor.mayFor(Permission.REPORT_MEASURES, action.department())
                || visitor.may(Permission.COORDINATE_CYCLE);
    }

    private AgreedAction found(long id) {
        return desk.find(id).orElseThrow(() -> Problem.notFound(Text.of("その取組はありません。", "There is no such action.")));
    }

    private ActionPage page(
            Frame frame,
            Visitor visitor,
            AgreedAction action,
            String due,
            String note,
            String chosen,
            Errors errors,
            int answer) {
        Plan plan = shelf.asked(action.plan());
        return new ActionPage(
                frame,
                BASE + "/" + action.id(),
                action.title(),
                action.status(frame.today()),
                frame.say(action.word(frame.today())),
                List.of(
                        Fact.of(
                                frame.say("決めた場", "Agreed in"),
                                frame.say(action.origin().title()),
                                from(plan, action)),
                        Fact.of(frame.say("担当", "Owner"), who(frame, plan, action)),
                        Fact.of(frame.say("期限", "Due"), frame.writing().date(action.due()))),
                moments(frame, action),
                mayFollow(visitor, action),
                due,
                note,
                chosen,
                action.events().size(),
                errors,
                answer);
    }

    private static String from(Plan plan, AgreedAction action) {
        return switch (action.origin()) {
            case MEETING -> "/staff/meetings/" + action.originId();
            case ISSUE -> "/staff/issues/" + action.originId();
            case FOLLOW_UP -> "/staff/follow-up/" + plan.id() + "/" + action.department() + "/" + action.originId();
        };
    }

    private static List<Moment> moments(Frame frame, AgreedAction action) {
        List<Moment> moments = new ArrayList<>();
        for (AgreedAction.Event event : action.events().reversed()) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(event.became().title()) + "　" + event.byName() + frame.say("　期限 ", "  due ")
                    + event.due() + (event.note().isEmpty() ? "" : "　" + event.note());
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
