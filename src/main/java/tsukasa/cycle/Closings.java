package tsukasa.cycle;

import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;

/// Closes periods by four eyes. What is closed is rows, not figures: each number can be counted again from them.
public interface Closings {
    /// All of a plan, the latest first, those that were returned or reopened too.
    List<Closing> of(String plan);

    Optional<Closing> find(long id);

    /// The one that is proposed or closed.
    Optional<Closing> live(String plan, Period period);

    /// Counts every threshold as of the period's last day by what is recorded now, and freezes the rows.
    ClosingOutcome propose(String plan, Period period, Visitor by);

    /// @param despite some thresholds could not be counted, and the second person knows it
    ClosingOutcome close(long id, boolean despite, Visitor by);

    ClosingOutcome giveBack(long id, String reason, Visitor by);

    ClosingOutcome reopen(long id, String reason, Visitor by);
}
