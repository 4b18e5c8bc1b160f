package tsukasa.cycle.followup;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.day;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction.Origin;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.FollowUp.Outlook;
import tsukasa.cycle.FollowUp.Progress;
import tsukasa.cycle.FollowUps.Said;
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
import tsukasa.plan.Plan;
import tsukasa.plan.Plan.Department;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

@Controller
class FollowUpController {
    private static final String ONE = FollowUpViews.BASE + "/{plan}/{department}/{place}";
    private final FollowUpDesk desk;
    private final FollowUpViews views;
    private final Actions actions;
    private final PlanShelf shelf;
    private final Notices notices;

    FollowUpController(FollowUpDesk desk, FollowUpViews views, Actions actions, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.actions = actions;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry followUpEntry() {
        return StaffMenuEntry.of(
                Text.of("上期フォローアップ", "Half-year follow-up"),
                Text.of(
                        "上期末の進捗と前年度の課題を確かめ、下期の取組を決める",
                        "Progress at the half year, last year's issues, and what is next"),
                FollowUpViews.BASE,
                Permission.USE_STAFF_PAGES.name(),
                32);
    }

    private record Asked(Plan plan, Department department, PlanItem item) {
        String address() {
            return FollowUpViews.BASE + "/" + plan.id() + "/" + department.id() + "/"
                    + item.place().slug();
        }
    }

    @GetMapping(FollowUpViews.BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    FollowUpsPage newest(Frame frame, Visitor visitor) {
        return views.all(frame, visitor, shelf.current(frame.today()));
    }

    @GetMapping(FollowUpViews.BASE + "/{plan}")
    @Permit(Permission.USE_STAFF_PAGES)
    FollowUpsPage all(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.all(frame, visitor, shelf.asked(plan));
    }

    @GetMapping(FollowUpViews.BASE + "/{plan}/{department}")
    @Permit(Permission.USE_STAFF_PAGES)
    DepartmentPage department(Frame frame, @PathVariable String plan, @PathVariable String department) {
        Plan found = shelf.asked(plan);
        return views.department(frame, found, department(found, department));
    }

    @GetMapping(ONE)
    @Permit(Permission.USE_STAFF_PAGES)
    FollowUpPage one(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String place) {
        Asked asked = asked(plan, department, place);
        return page(frame, visitor, asked, null, none(asked), Errors.none(), 200);
    }

    private static FollowUpPage.NewAction none(Asked asked) {
        return new FollowUpPage.NewAction("", "", asked.plan.year().last().toString());
    }

    @PostMapping(ONE)
    @Permit(Permission.REPORT_MEASURES)
    Answer write(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String place) {
        Asked asked = asked(plan, department, place);
        mine(visitor, asked.department);
        var typed = new FollowUpViews.Typed(
                text(request, "progress"),
                text(request, "outlook"),
                text(request, "words"),
                text(request, "outcome"),
                count(text(request, "read")));
        return answer(
                frame,
                visitor,
                request,
                asked,
                typed,
                none(asked),
                write(asked, typed, visitor),
                frame.say("記入しました。", "Written."));
    }

    private CycleOutcome write(Asked asked, FollowUpViews.Typed typed, Visitor by) {
        Optional<Progress> progress = named(Progress.values(), typed.progress());
        Optional<Outlook> outlook = named(Outlook.values(), typed.outlook());
        if (progress.isEmpty()) {
            return CycleOutcome.wrong("progress", "上期末の進捗を選んでください。", "Choose the progress at the half year.");
        }
        if (outlook.isEmpty()) {
            return CycleOutcome.wrong("outlook", "年度末の見込みを選んでください。", "Choose what is expected by the end of the year.");
        }
        Said said = new Said(progress.get(), outlook.get(), typed.words(), typed.outcome());
        return desk.write(asked.plan, asked.item.place(), said, typed.read(), by);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    @PostMapping(ONE + "/actions")
    @Permit(Permission.REPORT_MEASURES)
    Answer agree(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String department,
            @PathVariable String place) {
        Asked asked = asked(plan, department, place);
        mine(visitor, asked.department);
        var typed = new FollowUpPage.NewAction(text(request, "action"), text(request, "owner"), text(request, "due"));
        return answer(
                frame,
                visitor,
                request,
                asked,
                null,
                typed,
                agree(asked, typed, visitor),
                frame.say("下期の取組を加えました。", "Action added."));
    }

    private CycleOutcome agree(Asked asked, FollowUpPage.NewAction typed, Visitor by) {
        Optional<CycleOutcome> early = desk.notYet(asked.plan);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<LocalDate> due = day(typed.due());
        if (due.isEmpty()
                || !asked.plan.year().contains(due.get())
                || !due.get().isAfter(asked.plan.year().halfEnd())) {
            return CycleOutcome.wrong(java.util.List.of(Fault.of(
                    "due",
                    "期限を下期（10月1日から3月31日）の日付で書いてください。",
                    "Write a day of the second half, 1 October to 31 March.")));
        }
        return actions.agree(
                new Actions.Agreed(
                        asked.plan.id(),
                        Origin.FOLLOW_UP,
                        asked.item.place().slug(),
                        typed.title(),
                        asked.department.id(),
                        Actions.Agreed.owner(typed.owner()),
                        due.get()),
                by);
    }

    private Answer answer(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Asked asked,
            FollowUpViews.@Nullable Typed typed,
            FollowUpPage.NewAction action,
            CycleOutcome outcome,
            String done) {
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                yield new Redirect(asked.address());
            }
            case CycleOutcome.Refused refused ->
                page(frame, visitor, asked, typed, action, refused.errors(frame), refused.status());
        };
    }

    private FollowUpPage page(
            Frame frame,
            Visitor visitor,
            Asked asked,
            FollowUpViews.@Nullable Typed typed,
            FollowUpPage.NewAction action,
            Errors errors,
            int answer) {
        return views.one(frame, visitor, asked.plan, asked.item, typed, action, errors, answer);
    }

    private static void mine(Visitor visitor, Department department) {
        if (!visitor.mayFor(Permission.REPORT_MEASURES, department.id())) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("ほかの部署の施策は記入できません。", "You do not write for that department."),
                    Text.of("その部署の担当者に頼んでください。", "Ask somebody of that department."));
        }
    }

    private Asked asked(String plan, String department, String place) {
        Plan found = shelf.asked(plan);
        Department of = department(found, department);
        PlanItem item = found.itemAt(place)
                .filter(found::promises)
                .filter(measure ->
                        found.departmentOf(measure).filter(of.id()::equals).isPresent())
                .orElseThrow(() ->
                        Problem.notFound(Text.of("その部署に、そのような施策はありません。", "That department has no such measure.")));
        return new Asked(found, of, item);
    }

    private static Department department(Plan plan, String id) {
        return plan.department(id)
                .orElseThrow(() -> Problem.notFound(Text.of("その部署はありません。", "There is no such department.")));
    }
}
