package tsukasa.watching;

import org.jspecify.annotations.Nullable;

/// What the owner of a list says of a finding.
///
/// @param justification needed for `NOT_AFFECTED`, and for nothing else
/// @param note          empty for none
public record Decision(FindingState state, @Nullable Justification justification, String note) {}
