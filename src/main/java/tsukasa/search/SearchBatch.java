package tsukasa.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Changes that become visible together: whatever is put takes the place of what had its id.
public record SearchBatch(List<SearchDocument> puts, SequencedSet<String> removals) {
    public SearchBatch {
        Map<String, SearchDocument> last = LinkedHashMap.newLinkedHashMap(puts.size());
        puts.forEach(put -> last.put(put.id(), put));
        for (String removed : removals) {
            if (last.containsKey(removed)) {
                throw new IllegalArgumentException(removed + " is both put and removed");
            }
        }
        puts = List.copyOf(last.values());
    }

    public static SearchBatch of(Collection<SearchDocument> puts, Collection<String> removals) {
        return new SearchBatch(List.copyOf(puts), new LinkedHashSet<>(removals));
    }

    public static SearchBatch puts(SearchDocument... puts) {
        return of(List.of(puts), List.of());
    }

    public static SearchBatch removals(String... ids) {
        return of(List.of(), List.of(ids));
    }
}
