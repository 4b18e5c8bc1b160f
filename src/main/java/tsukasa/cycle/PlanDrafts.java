package tsukasa.cycle;

import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Grows amendments and next year's plan from a plan on the shelf. Who may call is asked at the endpoints.
public interface PlanDrafts {
    /// Newest first.
    List<PlanDraft> all();

    Optional<PlanDraft> find(long id);

    /// The plan the draft would be now, with where each clause comes from, and what keeps it from being one.
    Drafted drafted(PlanDraft draft);

    /// One draft of a plan lives at a time.
    CycleOutcome begin(Plan base, PlanDraft.Kind kind, String reason, Visitor by);

    /// @param read the revision the writer had before them
    CycleOutcome write(long draft, long clause, PlanDraft.Wording wording, int read, Visitor by);

    /// @param below under the clause; otherwise after it, beside it
    CycleOutcome add(
            long draft, long clause, boolean below, PlanItem.Level level, PlanDraft.Wording wording, Visitor by);

    /// Keeps what nobody has decided yet, of these clauses.
    ///
    /// @return how many
    int keepUndecided(long draft, List<Long> clauses, Visitor by);

    CycleOutcome target(long draft, String threshold, Fraction target, String reason, int read, Visitor by);

    /// @param taken false leaves the table out
    CycleOutcome figures(long draft, String table, boolean taken, List<String> cells, int read, Visitor by);

    CycleOutcome describe(long draft, Text title, String reason, int read, Visitor by);

    /// Asks for approval: everything is decided, and the whole is a plan without fault.
    CycleOutcome submit(long draft, int read, Visitor by);

    CycleOutcome giveBack(long draft, int read, String why, Visitor by);

    /// By somebody who wrote none of it: the draft is the plan from now on, and issues are answered by its clauses.
    CycleOutcome adopt(long draft, int read, Visitor by);

    CycleOutcome abandon(long draft, int read, String why, Visitor by);

    /// @param faults by clause, threshold or table, for those who write it
    record Drafted(Plan plan, List<ClauseTrace> traces, List<Placed> placed, List<Fault> faults) {
        public Drafted {
            traces = List.copyOf(traces);
            placed = List.copyOf(placed);
            faults = List.copyOf(faults);
        }
    }

    /// Clauses of living drafts that are to answer an issue.
    List<Answering> answering(long issue);

    /// @param title of the draft
    /// @param words of the clause
    record Answering(long draft, Text title, long clause, Text words) {}

    /// Where a clause of the draft stands now.
    record Placed(long clause, Place place) {}
}
