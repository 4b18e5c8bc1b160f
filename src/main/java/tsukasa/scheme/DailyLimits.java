package tsukasa.scheme;

/// How often anyone may ask for the same thing on one day, counted for all nodes together.
public interface DailyLimits {
    /// Counts this attempt, and says whether it is still within the limit.
    boolean allow(String subject, int perDay);
}
