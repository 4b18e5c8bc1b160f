package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.lookup.RegisterStore.Cell;
import tsukasa.scheme.lookup.RegisterStore.MonthCount;

@Component
class CountingDesk implements Registers {
    private record OnDay(String scheme, LocalDate day) {}

    private final Schemes schemes;
    private final Remembered<OnDay, Standing> standing;
    private final Remembered<OnDay, List<MonthCount>> months;

    CountingDesk(Schemes schemes, RegisterStore store) {
        this.schemes = schemes;
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

    @Override
    public Map<String, Long> countByLevel(String scheme, LocalDate asOf) {
        Map<String, Long> counted = standing(scheme, asOf).by(Cell::level);
        Map<String, Long> byLevel = new LinkedHashMap<>();
        schemes.find(scheme)
                .ifPresent(s -> s.levels().forEach(l -> byLevel.put(l.id(), counted.getOrDefault(l.id(), 0L))));
        return byLevel;
    }
}
