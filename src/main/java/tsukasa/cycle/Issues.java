package tsukasa.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;

/// Turns what evaluators said into work, and follows it until a plan answers it.
public interface Issues {
    /// Raised by the evaluation of that year, in the order they came.
    List<Issue> of(FiscalYear year);

    Optional<Issue> find(long id);

    CycleOutcome raise(Raised raised, Visitor by);

    /// @param read how many events the writer had seen: if another came since, nothing is written
    CycleOutcome answer(long id, Issue.State state, Issue.Answer answer, int read, Visitor by);

    /// A plan that is just being adopted answers it, by a clause that is there or by one that is not any more. What was
    /// answered or not taken up before stays as it is.
    ///
    /// @return false when somebody else wrote at the same moment
    boolean answeredBy(long id, Optional<Issue.Clause> clause, String response, Visitor by);

    /// @param key where it was imported from: the same key is entered once
    record Raised(
            FiscalYear year,
            Issue.Origin origin,
            String section,
            String raisedBy,
            LocalDate raisedOn,
            String text,
            String department,
            Optional<String> key) {}
}
