package tsukasa.audit;

import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Looks through the trail and names whatever is not as it was sealed.
public interface AuditCheck {
    /// What is written but not sealed yet is counted and not looked at.
    ///
    /// @param progress told now and then how many entries have been looked through
    AuditVerdict check(Range range, LongConsumer progress);

    /// Both ends included; absent ones are open.
    record Range(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static final Range ALL = new Range(null, null);
    }
}
