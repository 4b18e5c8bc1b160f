package tsukasa.cycle.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.cycle.Closing;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.ItemSheet;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// The rules of evaluating; who may call them is asked at the endpoints.
@Service
class EvaluationDesk implements Evaluations {
    private static final int LONGEST_REASON = 2_000;
    private final EvaluationStore store;
    private final ItemFigures figures;
    private final Issues issues;
    private final EvaluationActions actions;
    private final Clock clock;

    EvaluationDesk(EvaluationStore store, ItemFigures figures, Issues issues, EvaluationActions actions, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.issues = issues;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public List<ItemSheet> sheets(Plan plan) {
        ItemFigures.Figures found = figures.of(plan);
        List<Evaluation> written = store.of(plan.id());
        List<Issue> raised = issues.of(plan.year());
        List<ItemSheet> sheets = new ArrayList<>();
        for (PlanItem item : plan.evaluated()) {
            sheets.add(sheet(plan, Optional.of(item), item.place(), found, written, raised));
        }
        sheets.add(sheet(plan, Optional.empty(), Evaluation.OVERALL, found, written, raised));
        return sheets;
    }

    @Override
    public Optional<ItemSheet> sheet(Plan plan, Place section) {
        return sheets(plan).stream()
                .filter(sheet -> place(sheet).equals(section))
                .findFirst();
    }

    static Place place(ItemSheet sheet) {
        return sheet.item().map(PlanItem::place).orElse(Evaluation.OVERALL);
    }

    private static ItemSheet sheet(
            Plan plan,
            Optional<PlanItem> item,
            Place place,
            ItemFigures.Figures figures,
            List<Evaluation> written,
            List<Issue> raised) {
        List<ItemSheet.Result> results = figures.of(place);
        return new ItemSheet(
                plan,
                item,
                figures.closing(),
                results,
                ItemFigures.together(plan.grading(), results),
                of(written, place, Kind.SELF),
                of(written, place, Kind.MINISTER),
                raised.stream()
                        .filter(issue -> new Place(issue.section()).within(place))
                        .toList());
    }

    private static Optional<Evaluation> of(List<Evaluation> written, Place place, Kind kind) {
        return written.stream()
                .filter(evaluation -> evaluation.section().equals(place) && evaluation.kind() == kind)
                .findFirst();
    }

    @Override
    @Transactional
    public CycleOutcome write(Plan plan, Place section, Kind kind, Words words, int read, Visitor by) {
        return put(plan, section, kind, words, read, State.DRAFT, by);
    }

    @Override
    @Transactional
    public CycleOutcome submit(Plan plan, Place section, Kind kind, Words words, int read, Visitor by) {
        return put(plan, section, kind, words, read, kind == Kind.SELF ? State.SUBMITTED : State.APPROVED, by);
    }

    private CycleOutcome put(Plan plan, Place section, Kind kind, Words words, int read, State to, Visitor by) {
        ItemSheet sheet = sheet(plan, section).orElseThrow();
        Optional<Evaluation> now = now(sheet, kind);
        if (now.isPresent() && !now.get().state().open()) {
            return notOpen(now.get());
        }
        var faults = to == State.DRAFT ? GradeRules.ofDraft(sheet, words) : GradeRules.ofSubmission(sheet, words);
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        if (kind == Kind.MINISTER && to == State.APPROVED && !approved(sheet.self())) {
            return CycleOutcome.conflict(
                    "自己評価がまだ確定していません。確定した後に記入を終えてください。", "The self-evaluation is not final yet. Finish once it is.");
        }
        return next(sheet, kind, words, read, to, by, null);
    }

    /// A draft of the minister's evaluation that was not typed into its form, with a word about where it comes from.
    CycleOutcome bring(ItemSheet sheet, Words words, int read, String why, Visitor by) {
        Optional<Evaluation> now = sheet.minister();
        return now.isPresent() && !now.get().state().open()
                ? notOpen(now.get())
                : next(sheet, Kind.MINISTER, words, read, State.DRAFT, by, why);
    }

    private static boolean approved(Optional<Evaluation> evaluation) {
        return evaluation.map(e -> e.state() == State.APPROVED).orElse(false);
    }

    private static Optional<Evaluation> now(ItemSheet sheet, Kind kind) {
        return kind == Kind.SELF ? sheet.self() : sheet.minister();
    }

    private CycleOutcome next(
            ItemSheet sheet, Kind kind, Words words, int read, State to, Visitor by, @Nullable String why) {
        Place section = place(sheet);
        String suggested = sheet.suggestion().map(s -> s.byFigure().grade()).orElse(null);
        Long closing = sheet.closing().map(Closing::id).orElse(null);
        var next = new EvaluationStore.Next(to, words, suggested, closing, why, by, clock.instant());
        Optional<Long> id = store.next(sheet.plan().id(), section, kind, read, next);
        if (id.isEmpty()) {
            return overtaken(store.find(sheet.plan().id(), section, kind));
        }
        actions.became(to, sheet.plan().id(), section, kind, read + 1, by, why);
        return new Done(id.get());
    }

    @Override
    @Transactional
    public CycleOutcome approve(Plan plan, Place section, int read, Visitor by) {
        ItemSheet sheet = sheet(plan, section).orElseThrow();
        Optional<Evaluation> now = sheet.self();
        if (now.isEmpty() || now.get().state() != State.SUBMITTED) {
            return now.map(EvaluationDesk::notWaiting).orElseGet(EvaluationDesk::nothingThere);
        }
        if (wroteIt(now.get(), by)) {
            return CycleOutcome.wrong("", "自分が書いた評価は、ほかの人が承認します。", "Somebody else approves what you wrote.");
        }
        if (sheet.closing().isEmpty() && !sheet.results().isEmpty()) {
            return CycleOutcome.conflict(
                    "年度の締めがまだです。数を固定してから承認してください。", "The year is not closed. Approve once its numbers are frozen.");
        }
        boolean moved = !now.get().latest().closing().equals(sheet.closing().map(Closing::id));
        if (moved) {
            return CycleOutcome.conflict(
                    "書かれた後に年度が締められ、数が変わった可能性があります。差し戻して、新しい数で書き直してもらってください。",
                    "The year was closed after this was written. Return it, to be written from the closed numbers.");
        }
        return next(sheet, Kind.SELF, now.get().words(), read, State.APPROVED, by, null);
    }

    /// Since it was last returned or reopened: whoever touched its words does not approve them.
    static boolean wroteIt(Evaluation evaluation, Visitor by) {
        return evaluation.revisions().reversed().stream()
                .takeWhile(revision -> revision.became() == State.DRAFT || revision.became() == State.SUBMITTED)
                .anyMatch(revision -> revision.by().equals(by.id()));
    }

    @Override
    @Transactional
    public CycleOutcome giveBack(Plan plan, Place section, int read, String why, Visitor by) {
        ItemSheet sheet = sheet(plan, section).orElseThrow();
        Optional<Evaluation> now = sheet.self();
        if (now.isEmpty() || now.get().state() != State.SUBMITTED) {
            return now.map(EvaluationDesk::notWaiting).orElseGet(EvaluationDesk::nothingThere);
        }
        return unusable(why)
                ? noReason()
                : next(sheet, Kind.SELF, now.get().words(), read, State.RETURNED, by, why.strip());
    }

    @Override
    @Transactional
    public CycleOutcome reopen(Plan plan, Place section, Kind kind, int read, String why, Visitor by) {
        ItemSheet sheet = sheet(plan, section).orElseThrow();
        Optional<Evaluation> now = now(sheet, kind);
        if (now.isEmpty() || now.get().state() != State.APPROVED) {
            return now.map(EvaluationDesk::notWaiting).orElseGet(EvaluationDesk::nothingThere);
        }
        return unusable(why) ? noReason() : next(sheet, kind, now.get().words(), read, State.REOPENED, by, why.strip());
    }

    private static boolean unusable(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0;
    }

    private static CycleOutcome noReason() {
        return CycleOutcome.wrong("why", "理由を2,000字以内で書いてください。", "Write a reason of at most 2,000 characters.");
    }

    private static CycleOutcome nothingThere() {
        return CycleOutcome.conflict("まだ書かれていません。", "Nothing has been written yet.");
    }

    private static CycleOutcome notOpen(Evaluation now) {
        String who = now.latest().byName();
        return now.state() == State.SUBMITTED
                ? CycleOutcome.conflict(
                        who + "さんが承認を求めています。書き直すには、差戻しを待ってください。",
                        who + " asked for approval. Wait for it to be returned before changing it.")
                : CycleOutcome.conflict("確定しています。書き直すには、再開が必要です。", "It is final. It has to be reopened first.");
    }

    private static CycleOutcome notWaiting(Evaluation now) {
        return CycleOutcome.conflict(
                "今の状態は「" + now.state().title().ja() + "」です。ページを開き直してください。",
                "It is now: " + now.state().title().en() + ". Open the page again.");
    }

    private static CycleOutcome overtaken(Optional<Evaluation> now) {
        String who = now.map(e -> e.latest().byName()).orElse("");
        return CycleOutcome.conflict(
                "開いている間に、" + who + "さんが先に保存しました。下の内容は保存されていません。今の版を確かめてから、もう一度保存してください。",
                who
                        + " saved while you were writing. What is below is not saved: look at the version of now, then save again.");
    }
}
