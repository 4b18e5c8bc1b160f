package tsukasa.plan;

import java.util.List;

/// Asks the database whether the counting queries of a plan can run there: PostgreSQL describes each statement in a
/// read-only transaction, and nothing is counted.
public interface QueryCheck {
    /// Empty when every query names existing views and columns and returns the agreed columns with their types.
    List<PackageProblem> check(Plan plan);
}
