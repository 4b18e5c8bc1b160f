package tsukasa.watching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a finding.
///
/// @param became null where only facts changed
/// @param facts  which ones, or why it no longer matches
/// @param undoes whether a decision about many was undone by it
/// @param byName who decided, empty for the platform
/// @param before what was decided of the version that this one replaced, null where it replaced none; carried over
/// where
///               it became the same
public record FindingEvent(
        Instant at,
        @Nullable FindingState became,
        List<Fact> facts,
        @Nullable Justification justification,
        String note,
        String byName,
        @Nullable Before before,
        boolean undoes) {
    public FindingEvent {
        facts = List.copyOf(facts);
    }

    /// @param version empty where it was not known
    public record Before(String version, FindingState state) {}
}
