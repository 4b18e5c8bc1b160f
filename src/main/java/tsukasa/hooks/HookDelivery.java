package tsukasa.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message, with how its delivery goes.
///
/// @param status  what the receiver answered last; absent when there was no answer
/// @param trouble why the last attempt failed
/// @param next    when it is tried next, while it waits
public record HookDelivery(
        HookId id,
        String kind,
        HookDeliveryState state,
        int attempts,
        Instant queuedAt,
        @Nullable Instant lastTriedAt,
        @Nullable Integer status,
        @Nullable HookTrouble trouble,
        @Nullable Instant next) {}
