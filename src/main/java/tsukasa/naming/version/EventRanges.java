package tsukasa.naming.version;

import java.util.Comparator;
import java.util.List;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionEvent;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionScheme;

/// The events of OSV, walked in the order of their versions.
final class EventRanges {
    private EventRanges() {}

    static VersionRange read(VersionScheme scheme, List<VersionEvent> events) {
        var order = Orders.of(scheme);
        var limit = events.stream()
                .filter(event -> event.kind() == VersionEvent.Kind.LIMIT
                        && !event.version().equals("*"))
                .map(VersionEvent::version)
                .max(order);
        var open = events.stream().anyMatch(EventRanges::fromTheBeginning);
        var bounds = new Bounds(scheme);
        var none = true;
        var sorted = events.stream()
                .filter(event -> event.kind() != VersionEvent.Kind.LIMIT && !fromTheBeginning(event))
                .filter(event -> limit.isEmpty() || order.compare(event.version(), limit.get()) < 0)
                .sorted(Comparator.comparing(VersionEvent::version, order).thenComparing(VersionEvent::kind))
                .toList();
        for (var event : sorted) {
            var begins = event.kind() == VersionEvent.Kind.INTRODUCED;
            if (begins == open) {
                continue;
            }
            open = begins;
            none = false;
            bounds.add(
                    begins
                            ? VersionConstraint.Comparator.AT_LEAST
                            : event.kind() == VersionEvent.Kind.FIXED
                                    ? VersionConstraint.Comparator.LESS
                                    : VersionConstraint.Comparator.AT_MOST,
                    event.version());
        }
        if (open && limit.isPresent()) {
            bounds.add(VersionConstraint.Comparator.LESS, limit.get());
        } else if (open && none) {
            return VersionRange.all(scheme);
        }
        return bounds.range();
    }

    private static boolean fromTheBeginning(VersionEvent event) {
        return event.kind() == VersionEvent.Kind.INTRODUCED && event.version().equals("0");
    }
}
