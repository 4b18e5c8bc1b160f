package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.scheme.lookup.RegisterStore.MonthCount;

/// Counts that several pages ask for.
@Component
class CountingDesk {
    private record OnDay(String scheme, LocalDate day) {}

    private final Remembered<OnDay, Standing> standing;
    private final Remembered<OnDay, List<MonthCount>> months;

    CountingDesk(RegisterStore store) {
        this.standing = new Remembered<>(key -> new Standing(store.cells(key.scheme, key.day)), System::nanoTime);
        this.months = new Remembered<>(
                key -> store.months(key.scheme, key.day.withDayOfMonth(1).minusMonths(11), key.day), System::nanoTime);
    }

    Standing standing(String scheme, LocalDate asOf) {
        return standing.get(new OnDay(scheme, asOf));
    }

    /// The twelve months that end with this day.
    List<MonthCount> months(String scheme, LocalDate until) {
        return months.get(new OnDay(scheme, until));
    }
}
