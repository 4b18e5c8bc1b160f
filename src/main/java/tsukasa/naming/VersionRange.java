package tsukasa.naming;

import java.util.List;

/// A range of versions 版の範囲 (vers): bounds in the order of their versions.
public record VersionRange(VersionScheme scheme, List<VersionConstraint> constraints) {
    public VersionRange {
        constraints = List.copyOf(constraints);
    }

    /// Every version there is.
    public static VersionRange all(VersionScheme scheme) {
        return new VersionRange(scheme, List.of(new VersionConstraint(VersionConstraint.Comparator.ANY, "")));
    }

    public boolean everything() {
        return constraints.size() == 1 && constraints.getFirst().comparator() == VersionConstraint.Comparator.ANY;
    }
}
