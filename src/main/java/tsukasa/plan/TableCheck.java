package tsukasa.plan;

/// One arithmetic identity of the money tables and how it came out.
///
/// @param scope    within a table, segments to 合計, accounts to 総表, or a relation between tables
/// @param rule     in row codes, e.g. `cost.total = cost.program + cost.admin`
/// @param parts    how many non-zero parts the computed side has: the tolerance is (parts + 1) / 2
public record TableCheck(
        Scope scope, String table, String row, String column, String rule, long stated, long computed, int parts) {
    public enum Scope {
        WITHIN,
        SEGMENTS,
        ACCOUNTS,
        RELATION
    }

    public enum Verdict {
        EXACT,
        WITHIN_ROUNDING,
        WRONG
    }

    /// Accepts |stated − computed| ≤ (n + 1) / 2: every part, and the total itself, may be off by half a unit.
    public Verdict verdict() {
        long difference = Math.abs(stated - computed);
        if (difference == 0) {
            return Verdict.EXACT;
        }
        return 2 * difference <= parts + 1 ? Verdict.WITHIN_ROUNDING : Verdict.WRONG;
    }
}
