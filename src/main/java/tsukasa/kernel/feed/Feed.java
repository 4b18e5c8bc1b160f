package tsukasa.kernel.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// What a feed says, in whichever form it is read (`AtomFeed`, `JsonFeed`).
///
/// @param id stays the same for ever, for all who read the feed
/// @param self where the feed itself is read; left out where that address is a secret
/// @param page where people read the same
/// @param items the latest first
public record Feed(
        String id,
        String title,
        Language language,
        Instant updated,
        @Nullable String self,
        String page,
        Author author,
        List<Item> items) {

    /// @param address where they are found
    public record Author(String name, @Nullable String address) {
        public Author(String name) {
            this(name, null);
        }
    }

    /// @param id stays the same in every language and after every change
    /// @param page in the language of the feed
    public record Item(
            String id,
            String title,
            String page,
            @Nullable Instant published,
            Instant updated,
            String summary,
            List<Category> categories) {}

    /// @param term for programs
    /// @param label for people, where that is another word
    public record Category(String term, @Nullable String label) {
        public Category(String term) {
            this(term, null);
        }

        String shown() {
            return label == null ? term : label;
        }
    }
}
