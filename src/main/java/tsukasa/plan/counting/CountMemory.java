package tsukasa.plan.counting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Answers already given, each valid as long as the views it was made from are unchanged. Bounded; the least used go.
@Component
class CountMemory {
    private static final int ANSWERS = 5_000;
    private final Map<Object, Answer> answers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Answer> eldest) {
            return size() > ANSWERS;
        }
    };

    private record Answer(List<String> stamps, Object value) {}

    synchronized <T> Optional<T> recall(Object key, List<String> stamps, Class<T> type) {
        Answer answer = answers.get(key);
        return answer != null && answer.stamps().equals(stamps)
                ? Optional.of(type.cast(answer.value()))
                : Optional.empty();
    }

    synchronized void keep(Object key, List<String> stamps, Object value) {
        answers.put(key, new Answer(stamps, value));
    }
}
