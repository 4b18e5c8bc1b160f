package tsukasa.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// 見守りリスト: what somebody has, and how they want to hear of it.
///
/// @param language  of its letters and its feed
/// @param feedSince since when it has a feed at an address nobody can guess; null for none
/// @param hooked    whether its happenings are handed to webhooks
/// @param removedAt since when it is on its way out, null for one in use
public record WatchList(
        UUID id,
        UUID owner,
        String name,
        String note,
        Letters letters,
        Language language,
        @Nullable Instant feedSince,
        boolean hooked,
        Instant madeAt,
        @Nullable Instant removedAt,
        int version) {}
