package tsukasa.exposure.bom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Dates as all formats of VEX write them: with a time and its offset.
final class Dates {
    private Dates() {}

    /// Null for what is none: a statement is not refused for it, it is only older than all that tell one.
    static @Nullable Instant read(String written) {
        try {
            return written.isEmpty() ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
