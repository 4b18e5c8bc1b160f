package tsukasa.naming.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionScheme;

/// Gathers constraints and puts them into the order of their versions; at one version what ends comes before what
/// begins.
final class Bounds {
    private final VersionScheme scheme;
    private final List<VersionConstraint> constraints = new ArrayList<>();

    Bounds(VersionScheme scheme) {
        this.scheme = scheme;
    }

    Bounds add(VersionConstraint.Comparator comparator, String version) {
        constraints.add(new VersionConstraint(comparator, version));
        return this;
    }

    Bounds between(String from, String before) {
        return add(VersionConstraint.Comparator.AT_LEAST, from).add(VersionConstraint.Comparator.LESS, before);
    }

    VersionRange range() {
        if (constraints.stream().anyMatch(each -> each.comparator() == VersionConstraint.Comparator.ANY)) {
            return VersionRange.all(scheme);
        }
        var sorted = new ArrayList<>(constraints);
        sorted.sort(Comparator.comparing(VersionConstraint::version, Orders.of(scheme))
                .thenComparing(each ->
                        each.comparator().upper() ? 0 : each.comparator().lower() ? 2 : 1));
        return new VersionRange(scheme, sorted);
    }
}
