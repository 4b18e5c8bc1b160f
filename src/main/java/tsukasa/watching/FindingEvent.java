package tsukasa.watching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a finding.
///
/// @param became null where only facts changed
/// @param facts  which ones, or why it no longer matches
/// @param byName who decided, empty for the platform
public record FindingEvent(
        Instant at,
        @Nullable FindingState became,
        List<Fact> facts,
        @Nullable Justification justification,
        String note,
        String byName) {
    public FindingEvent {
        facts = List.copyOf(facts);
    }
}
