package tsukasa.watching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product in a list, with or without a version.
///
/// @param version as written, empty where it is not known
/// @param names   CPE names, package URLs, or `product:<id>` for one that is known by words only
/// @param known   whether some entry spoke of its product when it was added
/// @param bill    the bill of materials it came with, null for one added by hand
/// @param open    findings in it that nobody decided about
public record WatchedItem(
        long id,
        String title,
        String version,
        List<String> names,
        boolean known,
        @Nullable Long bill,
        Instant addedAt,
        long open) {
    public WatchedItem {
        names = List.copyOf(names);
    }

    /// As people call it.
    public String whole() {
        return version.isEmpty() ? title : title + " " + version;
    }
}
