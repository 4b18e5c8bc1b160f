package tsukasa.audit;

import java.time.Instant;
import java.time.LocalDate;

/// A day of the trail and its seal.
///
/// @param ordinal counts the days that have entries
/// @param closed  over: its root is final
/// @param root    stands for everything up to here, in hexadecimal digits
public record AuditDay(
        LocalDate day,
        long ordinal,
        long entries,
        boolean closed,
        Instant sealedAt,
        String root,
        String keyId,
        String signature) {}
