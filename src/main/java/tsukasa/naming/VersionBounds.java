package tsukasa.naming;

import org.jspecify.annotations.Nullable;

/// The four bounds of a version as NVD gives them; at most one start and one end are set.
public record VersionBounds(
        @Nullable String startIncluding,
        @Nullable String startExcluding,
        @Nullable String endIncluding,
        @Nullable String endExcluding) {}
