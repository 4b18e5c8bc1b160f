package tsukasa.watching.keeping;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingState;
import tsukasa.watching.WatchNews;

/// What happens to a finding that is there already.
///
/// @param judged null where it no longer matches: what was said last stays
/// @param became null where its state stays
/// @param told   what its owner hears of it, null for nothing
record Change(
        Known known,
        @Nullable Judged judged,
        @Nullable FindingState became,
        Set<Fact> facts,
        WatchNews.@Nullable Kind told) {
    Change {
        facts = Set.copyOf(facts);
    }

    /// A finding as it is kept.
    record Known(long id, long item, long entry, FindingState state, Judged judged) {}

    /// An item that an entry concerns, for the first time.
    record Fresh(long item, UUID list, UUID owner, long entry, Judged judged) {}
}
