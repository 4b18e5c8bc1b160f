package tsukasa.plan;

import java.util.List;
import tsukasa.kernel.Text;

/// A versioned definition of what is counted: one SQL statement over published `pub_*` views, and the names of its
/// steps.
///
/// The statement takes `:from`, `:as_of` (dates) and `:known_at` (instant: only what was recorded by then counts) and
/// returns one row for each candidate with the columns
/// `row_id text, subject text, occurred_on date, dimension text, amount bigint, denominator bigint, link text, passed
/// int, recorded_at timestamptz`. `passed` is the number of counting steps the row gets through; the value sums
/// `amount` over rows that pass all of them. For a share the value is Σ amount / Σ denominator; otherwise `denominator`
/// is null. It is run in a read-only transaction, by its text alone it is only known to be a select over `pub_*` views.
///
/// @param file    where it stands in the package, `indicators/SEC-2.a.sql`
/// @param version counts up when the definition changes; older versions stay in the package
/// @param sources the views it reads, `scheme.pub_register_v1`; found in the statement, not declared
public record CountingQuery(String file, int version, String sql, List<Text> steps, List<String> sources) {
    public CountingQuery {
        steps = List.copyOf(steps);
        sources = List.copyOf(sources);
    }
}
