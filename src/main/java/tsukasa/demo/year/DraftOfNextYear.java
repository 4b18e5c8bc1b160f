package tsukasa.demo.year;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.PlanDrafts;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// In January the plan of the next year is being drafted: some of it is decided, most is not.
@Component
class DraftOfNextYear {
    private static final Instant BEGUN = Instant.parse("2022-01-07T01:00:00Z");
    private static final Instant WRITTEN = Instant.parse("2022-01-11T05:00:00Z");
    private static final Place REVISED = new Place("Ⅰ-1-(4)-②-b");
    private final PlanShelf shelf;
    private final PlanDrafts drafts;
    private final Issues issues;
    private final Cast cast;
    private final TransactionOperations transactions;

    DraftOfNextYear(PlanShelf shelf, PlanDrafts drafts, Issues issues, Cast cast, TransactionOperations transactions) {
        this.shelf = shelf;
        this.drafts = drafts;
        this.issues = issues;
        this.cast = cast;
        this.transactions = transactions;
    }

    void tell(SimulatedClock clock) {
        Visitor planner = cast.playing(Cast.PLANNER);
        Visitor staff = cast.playing(Cast.STAFF);
        clock.at(BEGUN, () -> transactions.executeWithoutResult(_ -> begin(planner)));
        clock.at(WRITTEN, () -> transactions.executeWithoutResult(_ -> write(planner, staff)));
    }

    private void begin(Visitor planner) {
        done(drafts.begin(shelf.plan("fy2021").orElseThrow(), PlanDraft.Kind.NEXT_YEAR, "前年度の評価と上期の実績を踏まえて", planner));
    }

    private void write(Visitor planner, Visitor staff) {
        PlanDraft draft = drafts.find(drafts.all().getFirst().id()).orElseThrow();
        drafts.keepUndecided(
                draft.id(),
                draft.clauses().stream()
                        .filter(clause -> !within(clause, "Ⅰ") && !within(clause, "Ⅱ"))
                        .map(Clause::id)
                        .toList(),
                planner);
        Clause revised = draft.clauses().stream()
                .filter(clause -> clause.origin().filter(REVISED::equals).isPresent())
                .findFirst()
                .orElseThrow();
        revise(draft, revised, staff);
        add(draft, revised, staff);
        done(drafts.target(draft.id(), "SEC-2.a", Fraction.of(78_000), "上期の伸びを踏まえ、参加を広げるため。", 0, planner));
    }

    private void revise(PlanDraft draft, Clause revised, Visitor staff) {
        Wording was = revised.wording();
        List<Long> asked = issues.of(new FiscalYear(2020)).stream()
                .filter(issue -> issue.section().startsWith("Ⅰ-1")
                        && issue.answer().clause().isEmpty()
                        && issue.state() != Issue.State.NOT_TAKEN_UP)
                .map(Issue::id)
                .limit(1)
                .toList();
        done(drafts.write(
                draft.id(),
                revised.id(),
                new Wording(
                        Fate.REWORDED,
                        Text.of(
                                was.title().ja() + "と地域での継続支援",
                                was.title().en() + ", with lasting support in the regions"),
                        was.department(),
                        was.outcome(),
                        "宣言した企業の対策が続いているかを、地域の支援機関と確かめるため。",
                        asked),
                revised.revision(),
                staff));
    }

    private void add(PlanDraft draft, Clause revised, Visitor staff) {
        Wording fresh = new Wording(
                Fate.ADDED,
                Text.of("対策の自己点検を年に一度届ける案内", "A yearly reminder to check one's own measures"),
                Optional.of("security"),
                Optional.of(Text.of("宣言した企業が、対策を見直し続ける", "Companies that declared keep reviewing their measures")),
                "上期フォローアップで、宣言の後の支援が足りないと分かったため。",
                List.of());
        done(drafts.add(draft.id(), revised.id(), false, PlanItem.Level.MEASURE, fresh, staff));
    }

    private static boolean within(Clause clause, String section) {
        return clause.origin().map(place -> place.within(new Place(section))).orElse(false);
    }

    private static void done(CycleOutcome outcome) {
        if (!(outcome instanceof CycleOutcome.Done)) {
            throw new IllegalStateException("the draft of the demonstration was refused: " + outcome);
        }
    }
}
