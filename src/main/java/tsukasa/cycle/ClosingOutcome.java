package tsukasa.cycle;

import java.time.LocalDate;

/// How proposing, closing, returning or reopening can end.
public sealed interface ClosingOutcome {
    record Done(Closing closing) implements ClosingOutcome {}

    /// The period still runs, until its last day is over in Japan.
    record NotOver(LocalDate last) implements ClosingOutcome {}

    /// Somebody else was first; this is how it stands now.
    record AlreadyThere(Closing closing) implements ClosingOutcome {}

    /// Nobody closes or returns what they proposed themselves.
    record SamePerson() implements ClosingOutcome {}

    /// Reopening and returning want a reason of at most 2,000 characters.
    record NoReason() implements ClosingOutcome {}

    /// @param missing how many thresholds could not be counted; closing it needs an explicit word
    record Incomplete(int missing) implements ClosingOutcome {}

    record NotThere() implements ClosingOutcome {}
}
