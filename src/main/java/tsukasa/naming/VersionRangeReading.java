package tsukasa.naming;

import tsukasa.kernel.Text;

/// What became of reading a range of versions.
public sealed interface VersionRangeReading {
    record Read(VersionRange range) implements VersionRangeReading {}

    record Refused(Text why, int at) implements VersionRangeReading {}
}
