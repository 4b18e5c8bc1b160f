package tsukasa.identity.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way back in, as it stands.
///
/// @param opensAt when its link begins to work; absent until a second administrator agreed
/// @param endsAt  after this nothing of it works any more
record Recovery(
        UUID id,
        UUID person,
        String personName,
        String reason,
        UUID startedBy,
        String startedByName,
        Instant startedAt,
        @Nullable String confirmedByName,
        @Nullable Instant opensAt,
        Instant endsAt) {
    boolean confirmed() {
        return opensAt != null;
    }

    boolean opened(Instant now) {
        return opensAt != null && !now.isBefore(opensAt);
    }
}
