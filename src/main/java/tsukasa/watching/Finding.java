package tsukasa.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Verdict.Reason;

/// 該当: an entry that affects a watched product by its version, or possibly does.
///
/// @param product   the item, as people call it
/// @param version   of the item, empty where it is not known
/// @param entry     as the database of vulnerabilities numbers it
/// @param tenths    the score times ten, null where nobody scored it
/// @param reason    which source says so, by which row and rule; the fix as told
/// @param since     when it became affected
/// @param changedAt when one of its facts changed last
/// @param urgency   greater comes first: exploited, then severity, then score
public record Finding(
        long id,
        UUID list,
        long item,
        String product,
        String version,
        long entry,
        FindingState state,
        @Nullable Severity severity,
        @Nullable Integer tenths,
        boolean exploited,
        Reason reason,
        Instant since,
        Instant changedAt,
        int urgency) {}
