package tsukasa.naming;

import java.util.Comparator;
import java.util.List;

/// Orders versions and asks ranges of them. Any text has its place in every order; nothing is thrown at the caller.
public interface Versions {
    int compare(VersionScheme scheme, String one, String other);

    Comparator<String> order(VersionScheme scheme);

    /// Reads `vers:type/…` in any order of constraints and puts them into the order of their versions.
    VersionRangeReading read(String vers);

    /// Reads `vers:type/…` only as it would be written by [#text].
    VersionRangeReading readCanonical(String vers);

    String text(VersionRange range);

    /// Reads a range as the ecosystem itself writes it, such as `^1.2 || ~2.0` of npm or `[1.0,2.0)` of Maven.
    VersionRangeReading fromNative(VersionScheme scheme, String range);

    VersionRange between(VersionScheme scheme, VersionBounds bounds);

    /// The versions that are affected by the events of OSV.
    VersionRange fromEvents(VersionScheme scheme, List<VersionEvent> events);

    Containment contains(VersionRange range, String version);

    /// The scheme holds for entries that name none of their own.
    CveVersionVerdict status(VersionScheme scheme, CveVersions versions, String version);
}
