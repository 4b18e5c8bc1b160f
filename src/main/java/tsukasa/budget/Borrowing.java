package tsukasa.budget;

import java.util.List;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// 短期借入金: proposed by one person, posted by another, at no moment above the limit of the plan.
public interface Borrowing {
    BorrowingStanding standing(Plan plan);

    /// Nothing was borrowed in the year so far: the item sheet is graded 「―」.
    default boolean none(Plan plan) {
        return standing(plan).none();
    }

    /// The latest first.
    List<BorrowingEntry> entries(Plan plan);

    BorrowingOutcome propose(Plan plan, NewBorrowing entry, Visitor by);

    /// Posts it, if it still fits at every moment.
    BorrowingOutcome approve(Plan plan, long id, Visitor by);

    BorrowingOutcome giveBack(Plan plan, long id, String reason, Visitor by);
}
