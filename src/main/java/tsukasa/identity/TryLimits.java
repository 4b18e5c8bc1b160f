package tsukasa.identity;

import java.time.Duration;
import java.util.Optional;

/// How often something may be tried, counted in the database for all nodes together. What is counted stays counted,
/// even when the work around it fails.
public interface TryLimits {
    /// Counts one more in the present quarter of an hour.
    ///
    /// @return how long to wait when this was one too many
    Optional<Duration> count(String subject, int limit);

    /// As `count`, for the network of an address: of IPv6 its first 64 bits.
    Optional<Duration> countNetwork(String purpose, String client, int limit);

    /// Counts one more try at a secret; after so many without success it must rest for a quarter of an hour.
    Attempt attempt(String subject, int limit);

    /// @param number which try without success this is, from 1
    /// @param rest   how long it must rest; absent when this try is allowed
    record Attempt(int number, Optional<Duration> rest) {}

    /// The right secret was given: earlier tries are forgotten.
    void succeeded(String subject);
}
