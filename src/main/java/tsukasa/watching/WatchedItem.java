package tsukasa.watching;

import java.time.Instant;
import java.util.List;

/// A product in a list, with or without a version.
///
/// @param version as written, empty where it is not known
/// @param names   CPE names, package URLs, or `product:<id>` for one that is known by words only
/// @param known   whether some entry spoke of its product when it was added
/// @param bills   the bills of materials that have it
/// @param byHand  whether its owner put it there; it goes with the last bill and this reason
/// @param open    findings in it that nobody decided about
public record WatchedItem(
        long id,
        String title,
        String version,
        List<String> names,
        boolean known,
        List<Long> bills,
        boolean byHand,
        Instant addedAt,
        long open) {
    public WatchedItem {
        names = List.copyOf(names);
        bills = List.copyOf(bills);
    }

    /// As people call it.
    public String whole() {
        return version.isEmpty() ? title : title + " " + version;
    }
}
