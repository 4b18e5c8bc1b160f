package tsukasa.cycle.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.draft.DraftClausePage.Typed;
import tsukasa.cycle.draft.Drafts.Open;
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
import tsukasa.plan.PlanItem;

/// One clause of a draft, written by its department or by planners.
@Controller
class DraftClauseController {
    private static final String CLAUSE = DraftHeads.BASE + "/{id}/clauses/{clause}";
    private final DraftDesk desk;
    private final Drafts drafts;
    private final DraftClauseViews views;
    private final Notices notices;

    DraftClauseController(DraftDesk desk, Drafts drafts, DraftClauseViews views, Notices notices) {
        this.desk = desk;
        this.drafts = drafts;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping(CLAUSE)
    @Permit(Permission.READ_DRAFTS)
    DraftClausePage one(Frame frame, Visitor visitor, @PathVariable String id, @PathVariable String clause) {
        Open open = drafts.open(id);
        Clause found = clause(open, clause);
        return views.one(frame, visitor, open, found, DraftClauseViews.typed(found), Errors.none(), 200);
    }

    @PostMapping(CLAUSE)
    @Permit(Permission.DRAFT_PLANS)
    Answer write(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String clause) {
        Open open = drafts.open(id);
        Clause found = clause(open, clause);
        allowed(visitor, open, found);
        Typed typed = typed(request);
        if (typed.fate().equals(Fate.DROPPED.name())) {
            allowedToDrop(visitor, open, found);
        }
        CycleOutcome outcome = wording(typed)
                .map(wording -> desk.write(
                        open.draft().id(), found.id(), wording, Drafts.number(Drafts.text(request, "read")), visitor))
                .orElseGet(DraftClauseController::blank);
        return switch (outcome) {
            case CycleOutcome.Done done -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("書きました。", "Written."), null));
                yield new Redirect(DraftHeads.BASE + "/" + open.draft().id() + "/clauses/" + found.id());
            }
            case CycleOutcome.Refused refused -> {
                Open now = drafts.open(id);
                yield views.one(
                        frame, visitor, now, clause(now, clause), typed, refused.errors(frame), refused.status());
            }
        };
    }

    @GetMapping(CLAUSE + "/new")
    @Permit(Permission.DRAFT_PLANS)
    DraftClausePage fresh(Frame frame, Visitor visitor, @PathVariable String id, @PathVariable String clause) {
        Open open = drafts.open(id);
        Clause beside = clause(open, clause);
        allowed(visitor, open, beside);
        if (!open.draft().state().open()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("この案は、今は書き換えられません。", "This draft cannot be written in now."),
                    Text.of("案の状態を確かめてください。", "Look at the state of the draft."));
        }
        Typed typed = new Typed(
                Fate.ADDED.name(),
                beside.level() == PlanItem.Level.MEASURE ? "beside" : "below",
                PlanItem.Level.MEASURE.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                List.of());
        return views.fresh(frame, open, beside, typed, Errors.none(), 200);
    }

    @PostMapping(CLAUSE + "/new")
    @Permit(Permission.DRAFT_PLANS)
    Answer add(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String clause) {
        Open open = drafts.open(id);
        Clause beside = clause(open, clause);
        allowed(visitor, open, beside);
        Typed typed = typed(request);
        PlanItem.Level level = Arrays.stream(PlanItem.Level.values())
                .filter(each -> each.name().equals(typed.level()))
                .findFirst()
                .orElse(PlanItem.Level.MEASURE);
        CycleOutcome outcome = wording(typed)
                .map(wording -> desk.add(
                        open.draft().id(), beside.id(), typed.where().equals("below"), level, wording, visitor))
                .orElseGet(DraftClauseController::blank);
        return switch (outcome) {
            case CycleOutcome.Done(long added) -> {
                notices.leave(
                        request, new Notice(Notice.Kind.DONE, frame.say("新しい項目を加えました。", "The clause is added."), null));
                yield new Redirect(DraftHeads.BASE + "/" + open.draft().id() + "/clauses/" + added);
            }
            case CycleOutcome.Refused refused ->
                views.fresh(frame, open, beside, typed, refused.errors(frame), refused.status());
        };
    }

    private static CycleOutcome blank() {
        return CycleOutcome.wrong(List.of(Fault.of(
                "titleJa",
                "題名を日本語と英語で、めざす姿は両方で書いてください。",
                "Write the title in both languages, and the outcome in both or in none.")));
    }

    /// Empty where a text has words in one language alone.
    private static Optional<Wording> wording(Typed typed) {
        Optional<Fate> fate = Arrays.stream(Fate.values())
                .filter(each -> each.name().equals(typed.fate()))
                .findFirst();
        boolean outcome = !typed.outcomeJa().isBlank();
        if (fate.isEmpty()
                || typed.titleJa().isBlank()
                || typed.titleEn().isBlank()
                || outcome == typed.outcomeEn().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Wording(
                fate.get(),
                Text.of(typed.titleJa(), typed.titleEn()),
                typed.department().isEmpty() ? Optional.empty() : Optional.of(typed.department()),
                outcome ? Optional.of(Text.of(typed.outcomeJa(), typed.outcomeEn())) : Optional.empty(),
                typed.reason(),
                typed.issues().stream()
                        .filter(issue -> issue.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .distinct()
                        .toList()));
    }

    private static Typed typed(HttpServletRequest request) {
        String[] issues = request.getParameterValues("issues");
        return new Typed(
                Drafts.text(request, "fate"),
                Drafts.text(request, "where"),
                Drafts.text(request, "level"),
                Drafts.text(request, "titleJa"),
                Drafts.text(request, "titleEn"),
                Drafts.text(request, "department"),
                Drafts.text(request, "outcomeJa"),
                Drafts.text(request, "outcomeEn"),
                Drafts.text(request, "reason"),
                issues == null ? List.of() : List.of(issues));
    }

    private static void allowed(Visitor visitor, Open open, Clause clause) {
        if (open.draft().state().open() && !open.writes(visitor, clause)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("担当の部署か計画担当が書きます。", "Its department or the planners write this."),
                    Text.of("担当の部署に頼んでください。", "Ask its department."));
        }
    }

    /// With a clause goes all below it, of whatever department, and with its place an indicator.
    private static void allowedToDrop(Visitor visitor, Open open, Clause clause) {
        boolean own = open.below(clause).stream().allMatch(each -> open.writes(visitor, each));
        boolean indicator = clause.origin()
                .map(place -> open.base().indicators().stream()
                        .anyMatch(each -> each.place().within(place)))
                .orElse(false);
        if (open.draft().state().open() && (!own || indicator && !visitor.may(Permission.MANAGE_PLAN))) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of(
                            "ほかの部署の項目や指標もなくなるので、計画担当が廃止します。",
                            "Clauses of other departments or indicators would go with it: planners drop this."),
                    Text.of("計画担当に頼んでください。", "Ask the planners."));
        }
    }

    private static Clause clause(Open open, String id) {
        return open.clause(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0);
    }
}
