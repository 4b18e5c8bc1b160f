package tsukasa.plan;

import java.math.BigInteger;
import java.util.Optional;

/// What one dimension, such as a prefecture, contributes to a count.
///
/// @param dimension empty for rows that name none
/// @param before    Σ amount a month earlier
public record DimensionCount(
        Optional<String> dimension, long rows, BigInteger amount, BigInteger denominator, BigInteger before) {}
