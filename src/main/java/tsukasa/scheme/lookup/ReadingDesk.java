package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.scheme.Answers;
import tsukasa.scheme.RegisterEntry;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;

@Component
class ReadingDesk implements Registers {
    private final CountingDesk counting;
    private final EntryReadingStore store;

    ReadingDesk(CountingDesk counting, EntryReadingStore store) {
        this.counting = counting;
        this.store = store;
    }

    @Override
    public Map<String, Long> countByLevel(Scheme scheme, LocalDate day) {
        Map<String, Long> counted = counting.standing(scheme.id(), day).by(RegisterStore.Cell::level);
        Map<String, Long> byLevel = new LinkedHashMap<>();
        scheme.levels().forEach(level -> byLevel.put(level.id(), counted.getOrDefault(level.id(), 0L)));
        return byLevel;
    }

    @Override
    public Optional<RegisterEntry> entry(String scheme, String number, LocalDate day) {
        return store.entry(scheme, number, day);
    }

    @Override
    public List<RegisterEntry> newest(String scheme, int limit) {
        return store.newest(scheme, Math.clamp(limit, 1, 100));
    }

    @Override
    public Optional<Map<String, Object>> openAnswers(Scheme scheme, String number) {
        return allAnswers(scheme.id(), number).map(answers -> {
            Map<String, Object> open = new LinkedHashMap<>(answers);
            open.keySet().retainAll(scheme.open());
            return open;
        });
    }

    @Override
    public Optional<Map<String, Object>> allAnswers(String scheme, String number) {
        return store.answers(scheme, number).map(json -> Answers.parse(json).values());
    }
}
