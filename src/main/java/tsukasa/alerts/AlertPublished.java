package tsukasa.alerts;

/// An edition of an alert was published.
///
/// @param edition 1 for a new alert
public record AlertPublished(AlertNumber number, int edition) {}
