package tsukasa.plan.counting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import tsukasa.kernel.database.Walls;
import tsukasa.plan.counting.SourceStore.Stamp;

/// Knows whether the views a count was made from have changed since. One short question answers it while nothing at
/// all was committed; only then are the views themselves looked at.
@Component
class SourceStamps {
    private final SourceStore sources;
    private Known known = new Known("", Map.of());

    SourceStamps(SourceStore sources) {
        this.sources = sources;
    }

    private record Known(String moment, Map<String, Optional<Stamp>> stamps) {}

    /// The stamps of some views at one moment, which is not later than any count made after it.
    ///
    /// @param stamps empty where there is no such view
    record Stamps(Map<String, Optional<Stamp>> stamps) {
        /// Empty when one of the views is missing or a row is recorded in the future: such a count is not remembered.
        Optional<List<String>> of(List<String> views, Instant now) {
            for (String view : views) {
                Optional<Stamp> stamp = stamps.getOrDefault(view, Optional.empty());
                boolean future = stamp.flatMap(Stamp::latest).map(now::isBefore).orElse(false);
                if (stamp.isEmpty() || future) {
                    return Optional.empty();
                }
            }
            return Optional.of(views.stream()
                    .map(view -> stamps.getOrDefault(view, Optional.empty())
                            .map(Stamp::print)
                            .orElse(""))
                    .toList());
        }

        Optional<String> missing(List<String> views) {
            return views.stream()
                    .filter(view -> stamps.getOrDefault(view, Optional.empty()).isEmpty())
                    .findFirst();
        }
    }

    synchronized Stamps now(Set<String> views) {
        String moment = sources.moment();
        Map<String, Optional<Stamp>> stamps = new HashMap<>();
        boolean same = moment.equals(known.moment());
        if (same) {
            stamps.putAll(known.stamps());
        }
        for (String view : views) {
            if (!stamps.containsKey(view)) {
                stamps.put(view, stamp(view));
            }
        }
        known = new Known(moment, Map.copyOf(stamps));
        return new Stamps(known.stamps());
    }

    /// A view that cannot be read has no stamp; why not, the count itself will tell.
    private Optional<Stamp> stamp(String view) {
        try {
            return Walls.as(Walls.COUNTING, () -> sources.stamp(view));
        } catch (NonTransientDataAccessException unreadable) {
            return Optional.empty();
        }
    }
}
