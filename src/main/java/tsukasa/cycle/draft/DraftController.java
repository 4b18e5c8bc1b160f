package tsukasa.cycle.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Kind;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// The list of drafts, and the clauses of one.
@Controller
class DraftController {
    private final DraftDesk desk;
    private final Drafts drafts;
    private final PlanShelf shelf;
    private final Notices notices;

    DraftController(DraftDesk desk, Drafts drafts, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.drafts = drafts;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry draftsEntry(DraftStore store) {
        return StaffMenuEntry.of(
                        Text.of("計画の案", "Drafts of plans"),
                        Text.of("年度計画の変更案と、次年度計画の案", "Amendments, and next year's plan"),
                        DraftHeads.BASE,
                        Permission.READ_DRAFTS.name(),
                        37)
                .counting(store::waiting);
    }

    @GetMapping(DraftHeads.BASE)
    @Permit(Permission.READ_DRAFTS)
    DraftsPage list(Frame frame, Visitor visitor) {
        return list(frame, visitor, "", "", Errors.none(), 200);
    }

    private DraftsPage list(Frame frame, Visitor visitor, String chosen, String reason, Errors errors, int answer) {
        return new DraftsPage(
                frame,
                desk.all().stream().map(draft -> line(frame, draft)).toList(),
                visitor.may(Permission.MANAGE_PLAN) ? beginnings(frame) : List.of(),
                chosen,
                reason,
                errors,
                answer);
    }

    private static DraftsPage.Line line(Frame frame, PlanDraft draft) {
        DraftPage.Head head = DraftHeads.of(frame, draft, "");
        return new DraftsPage.Line(
                head.heading(),
                head.address(),
                head.kind(),
                head.state(),
                head.word(),
                head.lead(),
                frame.writing().day(draft.events().getLast().at()));
    }

    private List<Option> beginnings(Frame frame) {
        List<Option> options = new ArrayList<>();
        List<String> living = desk.all().stream()
                .filter(draft -> draft.state().open() || draft.state() == PlanDraft.State.SUBMITTED)
                .map(PlanDraft::plan)
                .toList();
        for (Plan plan : shelf.plans()) {
            FiscalYear next = new FiscalYear(plan.year().year() + 1);
            if (shelf.plan(next.slug()).isEmpty() && !living.contains(next.slug())) {
                options.add(Option.of(
                        plan.id() + " " + Kind.NEXT_YEAR.name(),
                        frame.say(
                                frame.writing().year(next) + "の計画の案（" + frame.say(plan.title()) + "から）",
                                "A plan for " + frame.writing().year(next) + ", from " + frame.say(plan.title())),
                        frame.say(
                                "すべての項目を引き継いで、一つずつ、継続・見直し・廃止を決めます。",
                                "Takes over every clause; each is then kept, revised or dropped.")));
            }
            if (!living.contains(plan.id())) {
                options.add(Option.of(
                        plan.id() + " " + Kind.AMENDMENT.name(),
                        frame.say(frame.say(plan.title()) + "の変更案", "An amendment of " + frame.say(plan.title())),
                        frame.say("今の計画を、理由を付けて変えます。", "Changes the plan in force, with a reason.")));
            }
        }
        return options;
    }

    @PostMapping(DraftHeads.BASE)
    @Permit(Permission.MANAGE_PLAN)
    Answer begin(Frame frame, Visitor visitor, HttpServletRequest request, @RequestParam(defaultValue = "") String of) {
        String reason = Drafts.text(request, "reason");
        String[] parts = of.split(" ", 2);
        Optional<Plan> plan = shelf.plan(parts[0]);
        Optional<Kind> kind = parts.length < 2
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(each -> each.name().equals(parts[1]))
                        .findFirst();
        if (plan.isEmpty() || kind.isEmpty()) {
            return list(
                    frame,
                    visitor,
                    of,
                    reason,
                    Errors.none().with("of", frame.say("どの案をつくるか選んでください。", "Choose what to draft.")),
                    422);
        }
        return switch (desk.begin(plan.get(), kind.get(), reason, visitor)) {
            case CycleOutcome.Done(long id) -> {
                notices.leave(
                        request, new Notice(Notice.Kind.DONE, frame.say("案をつくりました。", "The draft is begun."), null));
                yield new Redirect(DraftHeads.BASE + "/" + id);
            }
            case CycleOutcome.Refused refused ->
                list(frame, visitor, of, reason, refused.errors(frame), refused.status());
        };
    }

    /// What is shown of the clauses.
    private record Narrowing(String words, String fate, String department, boolean issues) {
        boolean any() {
            return !words.isEmpty() || !fate.isEmpty() || !department.isEmpty() || issues;
        }

        boolean shows(Frame frame, Open open, Clause clause) {
            String title = frame.say(clause.wording().title()).toLowerCase(Locale.ROOT);
            return (words.isEmpty()
                            || title.contains(words.toLowerCase(Locale.ROOT))
                            || open.label(clause).contains(words))
                    && (fate.isEmpty() || clause.wording().fate().name().equals(fate))
                    && (department.isEmpty()
                            || open.department(clause)
                                    .filter(department::equals)
                                    .isPresent())
                    && (!issues || !clause.wording().issues().isEmpty());
        }
    }

    @GetMapping(DraftHeads.BASE + "/{id}")
    @Permit(Permission.READ_DRAFTS)
    DraftPage one(
            Frame frame,
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String fate,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String issues) {
        Open open = drafts.open(id);
        Narrowing narrowing =
                new Narrowing(words.strip().replace("\u0000", ""), fate, department, issues.equals("yes"));
        List<Clause> shown = open.ordered().stream()
                .filter(clause -> narrowing.shows(frame, open, clause))
                .toList();
        return new DraftPage(
                frame,
                DraftHeads.of(frame, open.draft(), ""),
                filters(frame, open, narrowing),
                chips(frame, open, narrowing),
                narrowing.any() ? frame.say(shown.size() + "項目が当てはまります。", shown.size() + " clauses match.") : "",
                shown.stream().map(clause -> line(frame, open, clause)).toList(),
                keeping(frame, visitor, open, shown),
                Errors.none(),
                200);
    }

    private static List<Field> filters(Frame frame, Open open, Narrowing narrowing) {
        List<Option> departments = new ArrayList<>();
        departments.add(Option.of("", frame.say("すべて", "All")));
        open.base().departments().forEach(each -> departments.add(Option.of(each.id(), frame.say(each.title()))));
        List<Option> fates = new ArrayList<>();
        fates.add(Option.of("", frame.say("すべて", "All")));
        Arrays.stream(Fate.values()).forEach(each -> fates.add(Option.of(each.name(), frame.say(each.title()))));
        return List.of(
                Field.search("q", frame.say("言葉・箇所", "Words or place")).value(narrowing.words()),
                Field.select("fate", frame.say("扱い", "What becomes of it"), fates)
                        .value(narrowing.fate()),
                Field.select("department", frame.say("担当", "Department"), departments)
                        .value(narrowing.department()));
    }

    private static List<Chip> chips(Frame frame, Open open, Narrowing narrowing) {
        List<Chip> chips = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long count = DraftHeads.count(open.draft(), fate);
            if (narrowing.fate().equals(fate.name())) {
                chips.add(Chip.inForce(frame.say(fate.title()), frame.withoutParameter("fate")));
            } else if (count > 0) {
                chips.add(new Chip(frame.say(fate.title()), frame.withParameter("fate", fate.name()), false, count));
            }
        }
        long answering = open.draft().clauses().stream()
                .filter(clause -> !clause.wording().issues().isEmpty())
                .count();
        String word = frame.say("課題に答える", "Answers an issue");
        if (narrowing.issues()) {
            chips.add(Chip.inForce(word, frame.withoutParameter("issues")));
        } else if (answering > 0) {
            chips.add(new Chip(word, frame.withParameter("issues", "yes"), false, answering));
        }
        return chips;
    }

    private static DraftPage.Line line(Frame frame, Open open, Clause clause) {
        String place = open.label(clause);
        String was = clause.origin().map(Place::label).orElse("");
        return new DraftPage.Line(
                clause.id(),
                place,
                was.equals(place) ? "" : was,
                Math.min(open.depth(clause), 5),
                clause.level() != PlanItem.Level.MEASURE,
                frame.say(clause.wording().title()),
                DraftHeads.BASE + "/" + open.draft().id() + "/clauses/" + clause.id(),
                open.department(clause)
                        .flatMap(open.base()::department)
                        .map(each -> frame.say(each.title()))
                        .orElse(""),
                status(clause.wording().fate()),
                frame.say(clause.wording().fate().title()),
                clause.wording().issues().size());
    }

    static Status status(Fate fate) {
        return switch (fate) {
            case UNDECIDED -> Status.DRAFT;
            case KEPT -> Status.ACCEPTED;
            case REWORDED -> Status.IN_REVIEW;
            case ADDED -> Status.RECEIVED;
            case DROPPED -> Status.WITHDRAWN;
        };
    }

    private static DraftPage.@Nullable Keeping keeping(Frame frame, Visitor visitor, Open open, List<Clause> shown) {
        List<Long> clauses = shown.stream()
                .filter(clause -> clause.wording().fate() == Fate.UNDECIDED && open.writes(visitor, clause))
                .map(Clause::id)
                .toList();
        return clauses.isEmpty()
                ? null
                : new DraftPage.Keeping(
                        frame.say(
                                "表示中のまだ決めていない" + clauses.size() + "項目を「継続」にする",
                                "Keep the " + clauses.size() + " undecided clauses shown"),
                        clauses);
    }

    /// @param clause ids of the clauses that were shown
    @PostMapping(DraftHeads.BASE + "/{id}/keeping")
    @Permit(Permission.DRAFT_PLANS)
    Answer keep(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) List<Long> clause) {
        Open open = drafts.open(id);
        List<Long> own = open.ordered().stream()
                .filter(each -> clause != null && clause.contains(each.id()) && open.writes(visitor, each))
                .map(Clause::id)
                .toList();
        if (!open.draft().state().open()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("この案は、今は書き換えられません。", "This draft cannot be written in now."),
                    Text.of("案の状態を確かめてください。", "Look at the state of the draft."));
        }
        int kept = desk.keepUndecided(open.draft().id(), own, visitor);
        notices.leave(
                request,
                new Notice(Notice.Kind.DONE, frame.say(kept + "項目を「継続」にしました。", kept + " clauses are kept."), null));
        return new Redirect(DraftHeads.BASE + "/" + open.draft().id());
    }
}
