package tsukasa.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// 見守りリスト: what somebody has, and how they want to hear of it.
///
/// @param language  of its letters and its feed
/// @param feedSince since when it has a feed at an address nobody can guess; null for none
/// @param hook      the webhook its happenings are handed to, null for none
/// @param removedAt since when it is on its way out, null for one in use
public record WatchList(
        UUID id,
        UUID owner,
        String name,
        String note,
        Letters letters,
        Language language,
        @Nullable Instant feedSince,
        @Nullable UUID hook,
        Instant madeAt,
        @Nullable Instant removedAt,
        int version) {
    public boolean hooked() {
        return hook != null;
    }
}
