package tsukasa.plan.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A result as it is kept.
record StoredRecord(
        long number,
        String id,
        String threshold,
        String subject,
        LocalDate occurredOn,
        Optional<String> dimension,
        long amount,
        Optional<Long> denominator,
        String note,
        String department,
        UUID enteredBy,
        String enteredByName,
        Instant recordedAt,
        Optional<String> approvedByName,
        Optional<Instant> approvedAt,
        Optional<String> withdrawnByName,
        Optional<Instant> withdrawnAt,
        Optional<String> withdrawnReason,
        int proofs) {

    /// Where it stands: withdrawn, approved, or waiting for one of both.
    State state() {
        if (withdrawnAt.isPresent()) {
            return State.WITHDRAWN;
        }
        return approvedAt.isPresent() ? State.APPROVED : State.ENTERED;
    }

    enum State {
        ENTERED,
        APPROVED,
        WITHDRAWN
    }
}
