package tsukasa.cycle.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.Issue;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.PastYears;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.GradingRules.Rule;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Draws evaluations for staff, and for the ministry what the agency has approved.
@Component
class EvaluationViews {
    static final String BASE = "/staff/evaluation";
    private final Evaluations evaluations;
    private final PastYears past;
    private final PlanShelf shelf;

    EvaluationViews(Evaluations evaluations, PastYears past, PlanShelf shelf) {
        this.evaluations = evaluations;
        this.past = past;
        this.shelf = shelf;
    }

    /// What was just sent and could not be kept as it is.
    record Sent(Kind kind, Words words, int read) {}

    EvaluationsPage list(Frame frame, Visitor visitor, Plan plan) {
        List<ItemSheet> sheets = evaluations.sheets(plan);
        return new EvaluationsPage(
                frame,
                frame.say(plan.title()),
                BASE + "/" + plan.id(),
                tabs(frame, plan),
                EvaluationWords.grades(sheets, frame),
                EvaluationWords.basis(frame, sheets.getLast()),
                sheets.stream().map(sheet -> line(frame, visitor, sheet)).toList());
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

    private static EvaluationsPage.Line line(Frame frame, Visitor visitor, ItemSheet sheet) {
        Optional<Evaluation> self = sheet.self().filter(found -> sees(visitor, found));
        Optional<Evaluation> minister = sheet.minister().filter(found -> sees(visitor, found));
        return new EvaluationsPage.Line(
                EvaluationWords.label(sheet),
                EvaluationWords.heading(frame, sheet),
                BASE + "/" + sheet.plan().id() + "/" + EvaluationWords.slug(sheet),
                EvaluationWords.flags(frame, sheet),
                EvaluationWords.met(sheet),
                EvaluationWords.suggested(sheet.suggestion()),
                grade(self),
                self.map(found -> EvaluationWords.status(found.state())).orElse(null),
                self.map(found -> frame.say(found.state().title())).orElse(null),
                grade(minister),
                minister.map(found -> EvaluationWords.status(found.state())).orElse(null),
                minister.map(found -> frame.say(found.state().title())).orElse(null));
    }

    private static String grade(Optional<Evaluation> evaluation) {
        return evaluation
                .map(found -> found.words().grade())
                .filter(grade -> !grade.isEmpty())
                .orElse("－");
    }

    /// What is final is seen by all who read evaluations; what is not, by its own side alone.
    static boolean sees(Visitor visitor, Evaluation evaluation) {
        return evaluation.state() == State.APPROVED
                || (evaluation.kind() == Kind.SELF
                        ? visitor.may(Permission.WRITE_EVALUATION) || visitor.may(Permission.APPROVE_EVALUATION)
                        : visitor.may(Permission.GIVE_MINISTERS_EVALUATION));
    }

    /// Somebody of a department writes about items with measures of it; about the whole plan, who reaches everywhere.
    static boolean writes(Visitor visitor, ItemSheet sheet) {
        return visitor.mayFor(Permission.WRITE_EVALUATION, null)
                || sheet.item().stream()
                        .flatMap(item -> sheet.plan().measures().stream()
                                .filter(measure -> measure.place().within(item.place())))
                        .flatMap(measure -> sheet.plan().departmentOf(measure).stream())
                        .anyMatch(department -> visitor.mayFor(Permission.WRITE_EVALUATION, department));
    }

    EvaluationPage one(Frame frame, Visitor visitor, ItemSheet sheet, @Nullable Sent sent, Errors errors, int answer) {
        return new EvaluationPage(
                frame,
                BASE + "/" + sheet.plan().id() + "/" + EvaluationWords.slug(sheet),
                EvaluationWords.label(sheet),
                EvaluationWords.heading(frame, sheet),
                EvaluationWords.flags(frame, sheet),
                EvaluationWords.basis(frame, sheet),
                EvaluationWords.suggestion(frame, sheet),
                sheet.results().stream()
                        .map(result -> line(frame, sheet, result))
                        .toList(),
                past.of(List.of(sheet)).getFirst(),
                rules(frame, sheet),
                grades(frame, sheet),
                side(frame, visitor, sheet, Kind.SELF, sent),
                side(frame, visitor, sheet, Kind.MINISTER, sent),
                sheet.issues().stream().map(issue -> issue(frame, issue)).toList(),
                errors,
                sent != null && sent.kind() == Kind.MINISTER ? "minister" : "self",
                answer);
    }

    private static EvaluationPage.Line line(Frame frame, ItemSheet sheet, ItemSheet.Result result) {
        Status missed = sheet.closing().isPresent() ? Status.AT_RISK : Status.IN_REVIEW;
        Status status = result.value().isEmpty() ? Status.NOT_COUNTED_YET : result.met() ? Status.ACHIEVED : missed;
        return new EvaluationPage.Line(
                result.threshold().id(),
                frame.say(result.threshold().title()),
                EvaluationWords.target(frame, result.threshold()),
                EvaluationWords.figure(frame, result.threshold(), result.value()),
                result.link(),
                EvaluationWords.percent(frame, result.achievement()),
                EvaluationWords.suggested(result.suggestion()),
                status,
                word(frame, sheet, result));
    }

    /// What is not reached in the middle of a year is not missed yet.
    private static String word(Frame frame, ItemSheet sheet, ItemSheet.Result result) {
        if (result.value().isEmpty()) {
            return frame.say(Status.NOT_COUNTED_YET.word());
        }
        if (result.met()) {
            return frame.say(Status.ACHIEVED.word());
        }
        return sheet.closing().isPresent() ? frame.say("未達", "Missed") : frame.say("年度の途中", "Year still runs");
    }

    private static List<EvaluationPage.Rule> rules(Frame frame, ItemSheet sheet) {
        Optional<Rule> suggested = sheet.suggestion().map(s -> s.byFigure());
        return sheet.plan().grading().rules().stream()
                .map(rule -> new EvaluationPage.Rule(
                        rule.grade(),
                        frame.say(
                                frame.writing().percentCut(rule.from()) + "以上" + (rule.needsQuality() ? "＋質" : ""),
                                "from " + frame.writing().percentCut(rule.from())
                                        + (rule.needsQuality() ? " and quality" : "")),
                        frame.say(rule.meaning()),
                        suggested.map(rule::equals).orElse(false)))
                .toList();
    }

    private static List<Option> grades(Frame frame, ItemSheet sheet) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", frame.say("未定", "Not decided")));
        sheet.plan()
                .grading()
                .rules()
                .forEach(rule -> options.add(
                        Option.of(rule.grade(), rule.grade() + frame.say("　", "  ") + frame.say(rule.meaning()))));
        if (sheet.results().isEmpty() && !sheet.overall()) {
            options.add(Option.of(
                    Evaluation.NOT_GRADED, frame.say("―　該当する事実がない", "―  nothing happened that could be graded")));
        }
        return options;
    }

    private static EvaluationPage.Side side(
            Frame frame, Visitor visitor, ItemSheet sheet, Kind kind, @Nullable Sent sent) {
        Optional<Evaluation> found = kind == Kind.SELF ? sheet.self() : sheet.minister();
        Permission writing = kind == Kind.SELF ? Permission.WRITE_EVALUATION : Permission.GIVE_MINISTERS_EVALUATION;
        Permission opening = kind == Kind.SELF ? Permission.APPROVE_EVALUATION : writing;
        boolean hidden = found.map(f -> !sees(visitor, f)).orElse(false);
        boolean open = found.map(f -> f.state().open()).orElse(true);
        boolean waiting = found.map(f -> f.state() == State.SUBMITTED).orElse(false);
        boolean own = found.map(f -> EvaluationDesk.wroteIt(f, visitor)).orElse(false);
        boolean approver = kind == Kind.SELF && waiting && visitor.may(Permission.APPROVE_EVALUATION);
        @Nullable Sent here = sent != null && sent.kind() == kind ? sent : null;
        return new EvaluationPage.Side(
                here != null
                        ? here.words()
                        : hidden ? Words.NONE : found.map(Evaluation::words).orElse(Words.NONE),
                here != null ? here.read() : found.map(Evaluation::revision).orElse(0),
                found.map(f -> EvaluationWords.status(f.state())).orElse(null),
                found.map(f -> frame.say(f.state().title())).orElse(""),
                hidden ? frame.say("確定した後に表示します。", "Shown once it is final.") : null,
                open && visitor.may(writing) && (kind == Kind.MINISTER || writes(visitor, sheet)),
                approver && !own,
                approver && own
                        ? frame.say("自分が書いた評価です。ほかの役員が承認します。", "You wrote it: another executive approves it.")
                        : null,
                found.map(f -> f.state() == State.APPROVED).orElse(false) && visitor.may(opening),
                hidden ? List.of() : found.map(f -> moments(frame, f)).orElse(List.of()));
    }

    private static List<Moment> moments(Frame frame, Evaluation evaluation) {
        List<Moment> moments = new ArrayList<>();
        for (Evaluation.Revision revision : evaluation.revisions().reversed()) {
            String when = frame.writing().minute(revision.at());
            String what = frame.say(revision.became().title()) + "　" + revision.byName()
                    + (revision.words().grade().isEmpty()
                            ? ""
                            : frame.say("　評定 ", "  grade ") + revision.words().grade())
                    + revision.suggested()
                            .map(grade -> frame.say("（提案 ", " (suggested ") + grade + frame.say("）", ")"))
                            .orElse("")
                    + revision.why().map(why -> "　" + why).orElse("");
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }

    private static EvaluationPage.IssueLine issue(Frame frame, Issue issue) {
        Status status = switch (issue.state()) {
            case OPEN -> Status.RECEIVED;
            case IN_HAND -> Status.IN_REVIEW;
            case ANSWERED -> Status.ACCEPTED;
            case NOT_TAKEN_UP -> Status.WITHDRAWN;
        };
        return new EvaluationPage.IssueLine(
                frame.say(issue.origin().title()) + "　" + issue.raisedBy(),
                issue.text(),
                "/staff/issues/" + issue.id(),
                status,
                frame.say(issue.state().title()));
    }
}
