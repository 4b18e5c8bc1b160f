package tsukasa.budget;

import java.time.Instant;

/// How proposing, posting or returning can end.
public sealed interface BorrowingOutcome {
    record Done(long id) implements BorrowingOutcome {}

    /// @param at      the moment of the highest balance
    /// @param balance what it would be
    record OverLimit(Instant at, long balance, long limit) implements BorrowingOutcome {}

    /// The plan's year has no limit: nothing may be borrowed.
    record NoLimit() implements BorrowingOutcome {}

    /// At some moment more would be repaid than that draw still owes.
    record TooMuchRepaid() implements BorrowingOutcome {}

    /// The moment, or the day it is due, lies outside the plan's year.
    record NotOfYear() implements BorrowingOutcome {}

    /// No posted draw of this plan, or one before which it would be repaid.
    record NoDraw() implements BorrowingOutcome {}

    /// Nobody posts what they proposed themselves.
    record SamePerson() implements BorrowingOutcome {}

    /// A reason of at most 2,000 characters, and a lender of at most 200.
    record NoReason() implements BorrowingOutcome {}

    /// Somebody else was first.
    record Decided() implements BorrowingOutcome {}

    record NotThere() implements BorrowingOutcome {}
}
