package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said now, written short: each different thing once, and to which items it applies, by their names or one by
/// one. What is in here affects them, or possibly does.
final class Said {
    private final Map<Judged, Integer> numbers = new LinkedHashMap<>();
    final List<String> digests = new ArrayList<>();
    final List<Long> entriesOfDigests = new ArrayList<>();
    final List<Integer> saidOfDigests = new ArrayList<>();
    final List<Long> items = new ArrayList<>();
    final List<Long> entriesOfItems = new ArrayList<>();
    final List<Integer> saidOfItems = new ArrayList<>();

    /// Of all items that are called so.
    void of(String digest, long entry, Judged judged) {
        digests.add(digest);
        entriesOfDigests.add(entry);
        saidOfDigests.add(number(judged));
    }

    void of(long item, long entry, Judged judged) {
        items.add(item);
        entriesOfItems.add(entry);
        saidOfItems.add(number(judged));
    }

    private int number(Judged judged) {
        return numbers.computeIfAbsent(judged, _ -> numbers.size() + 1);
    }

    /// In the order of their numbers, from 1.
    List<Judged> judged() {
        return List.copyOf(numbers.keySet());
    }

    int size() {
        return entriesOfDigests.size() + entriesOfItems.size();
    }
}
