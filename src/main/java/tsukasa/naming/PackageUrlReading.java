package tsukasa.naming;

import tsukasa.kernel.Text;

/// What became of reading or building a package URL.
public sealed interface PackageUrlReading {
    record Read(PackageUrl url) implements PackageUrlReading {}

    /// Not a package URL: the reason, and the place where it is wrong (0 if it is the whole).
    record Refused(Text why, int at) implements PackageUrlReading {}
}
