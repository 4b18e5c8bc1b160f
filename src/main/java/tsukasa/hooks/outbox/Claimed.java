package tsukasa.hooks.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookId;
import tsukasa.hooks.HookTargetId;

/// A message that one node tries now.
///
/// @param claim     of this attempt: whoever lost it records nothing
/// @param attempts  how many were made before
/// @param secret    sealed
/// @param oldSecret the one before, sealed, while it signs too
record Claimed(
        HookId id,
        UUID claim,
        HookTargetId target,
        HookAddress address,
        String body,
        int attempts,
        Instant queuedAt,
        byte[] secret,
        byte @Nullable [] oldSecret) {}
