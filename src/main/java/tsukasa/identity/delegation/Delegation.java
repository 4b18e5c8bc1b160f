package tsukasa.identity.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Extent;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// @param lastDay the last day on which it holds, until midnight in Japan
record Delegation(
        UUID id,
        Side giver,
        Side delegate,
        Set<String> services,
        Extent extent,
        LocalDate lastDay,
        Instant offeredAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy) {
    record Side(UUID id, String name) {}

    enum EndedBy {
        GIVER,
        DELEGATE,
        DAY
    }

    enum State {
        OFFERED("承諾待ち", "Waiting for acceptance", Status.RECEIVED),
        ACTIVE("有効", "In force", Status.VALID),
        DECLINED("辞退", "Declined", Status.WITHDRAWN),
        ENDED("終了", "Ended", Status.WITHDRAWN),
        OVER("期限切れ", "Past its last day", Status.EXPIRED);

        private final Text title;
        private final Status status;

        State(String ja, String en, Status status) {
            this.title = Text.of(ja, en);
            this.status = status;
        }

        Text title() {
            return title;
        }

        Status status() {
            return status;
        }

        boolean open() {
            return this == OFFERED || this == ACTIVE;
        }
    }

    State state(LocalDate today) {
        if (endedAt != null && endedBy != EndedBy.DAY) {
            return acceptedAt == null && endedBy == EndedBy.DELEGATE ? State.DECLINED : State.ENDED;
        }
        if (endedAt != null || today.isAfter(lastDay)) {
            return State.OVER;
        }
        return acceptedAt == null ? State.OFFERED : State.ACTIVE;
    }
}
