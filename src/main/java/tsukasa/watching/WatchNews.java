package tsukasa.watching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.vulnerability.EntryHead;

/// 知らせ: what happened to the findings of one list and is to be told, in whatever way.
///
/// @param happenings in the order they happened
public record WatchNews(WatchList list, List<Happening> happenings) {
    public WatchNews {
        happenings = List.copyOf(happenings);
    }

    /// That something became affected, and that a fact of it changed, are different things.
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    /// @param id      grows
    /// @param entry   the numbers and the title of the entry; null where it is gone from the database
    /// @param facts   what changed, or why it no longer matches
    public record Happening(
            long id, Kind kind, Finding finding, @Nullable EntryHead entry, List<Fact> facts, Instant at) {
        public Happening {
            facts = List.copyOf(facts);
        }
    }
}
