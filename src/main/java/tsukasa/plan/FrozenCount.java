package tsukasa.plan;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tsukasa.kernel.Fraction;

/// A number as it was counted once, with the rows it was counted from.
///
/// @param definition the file and its version by which it was counted, `indicators/SEC-2.a.sql`
/// @param knownAt    what was recorded by then counted
/// @param digest     SHA-256 in hexadecimal digits over its rows in their order: the same rows, the same digest, as
/// long as
///                   they are kept in the same form (decision 23)
public record FrozenCount(
        long id,
        String definition,
        int version,
        LocalDate from,
        LocalDate asOf,
        Instant knownAt,
        long rows,
        BigInteger amount,
        Optional<BigInteger> denominator,
        String digest,
        Instant frozenAt) {
    /// Empty for a share of nothing.
    public Optional<Fraction> value() {
        return new Count.Step(rows, amount, denominator).value();
    }
}
