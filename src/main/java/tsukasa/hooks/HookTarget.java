package tsukasa.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A target as it stands.
///
/// @param failingSince since when nothing has arrived there; absent while all is well
/// @param restsUntil   when it is tried again after a failure
public record HookTarget(
        HookTargetId id,
        HookAddress address,
        String owner,
        HookTargetState state,
        Instant since,
        @Nullable Instant failingSince,
        @Nullable Instant restsUntil) {}
