package tsukasa.audit.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A day's seal: how long its chain is, where it ends, what came before. The root covers all of it.
record Seal(
        LocalDate day, long ordinal, long entries, byte[] head, byte[] previousRoot, boolean closed, Instant sealedAt) {
    static final byte[] NOTHING_BEFORE = new byte[32];

    Seal {
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    byte[] root() {
        return new Canonical("tsukasa audit day 1")
                .add(day.toString())
                .add(ordinal)
                .add(entries)
                .add(head)
                .add(previousRoot)
                .add(closed ? 1 : 0)
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .sha256();
    }

    Seal to(long more, byte[] newHead, Instant now) {
        return new Seal(day, ordinal, entries + more, newHead, previousRoot, false, now);
    }

    Seal closedAt(Instant now) {
        return new Seal(day, ordinal, entries, head, previousRoot, true, now);
    }
}
