package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.plan.Place;
import tsukasa.plan.PlanChange;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;

/// Pairs the items of two versions: first the same words at the same place, then the same words elsewhere, then
/// similar words, first at the same place.
final class DocumentDiff {
    private static final double SIMILAR = 0.55;
    private static final int MOST_COMPARISONS = 2_000_000;
    private static final int SHORTEST_MOVED = 6;

    private final Map<Place, Node> earlier = new LinkedHashMap<>();
    private final Map<Place, Node> later = new LinkedHashMap<>();
    private final Map<Place, PlanChange> changes = new HashMap<>();

    private DocumentDiff(PlanDocument before, PlanDocument after) {
        before.nodes().forEach(n -> earlier.put(n.place(), n));
        after.nodes().forEach(n -> later.put(n.place(), n));
    }

    static List<PlanChange> between(PlanDocument before, PlanDocument after) {
        DocumentDiff diff = new DocumentDiff(before, after);
        diff.pairUnchanged();
        diff.pairMoved();
        diff.pairReworded();
        diff.pairMovedAndReworded();
        List<PlanChange> all = new ArrayList<>();
        after.nodes()
                .forEach(n -> all.add(
                        Optional.ofNullable(diff.changes.get(n.place())).orElseGet(() -> new PlanChange.Added(n))));
        diff.earlier.values().forEach(n -> all.add(new PlanChange.Removed(n)));
        return all;
    }

    private void pair(Node before, Node after, PlanChange change) {
        earlier.remove(before.place());
        later.remove(after.place());
        changes.put(after.place(), change);
    }

    private void pairUnchanged() {
        for (Node after : List.copyOf(later.values())) {
            Node before = earlier.get(after.place());
            if (before != null && words(before).equals(words(after))) {
                pair(before, after, new PlanChange.Unchanged(after));
            }
        }
    }

    private void pairMoved() {
        Map<String, Node> byWords = new HashMap<>();
        earlier.values().forEach(n -> byWords.putIfAbsent(words(n), n));
        for (Node after : List.copyOf(later.values())) {
            String words = words(after);
            Node before = words.length() < SHORTEST_MOVED ? null : byWords.remove(words);
            if (before != null) {
                pair(before, after, new PlanChange.Moved(before, after, false));
            }
        }
    }

    private void pairReworded() {
        for (Node after : List.copyOf(later.values())) {
            Node before = earlier.get(after.place());
            if (before != null && Bigrams.of(words(before)).similarity(Bigrams.of(words(after))) >= SIMILAR) {
                pair(before, after, new PlanChange.Reworded(before, after));
            }
        }
    }

    /// What is left is compared all with all, while that is affordable; the rest counts as added and removed.
    private void pairMovedAndReworded() {
        if ((long) earlier.size() * later.size() > MOST_COMPARISONS) {
            return;
        }
        Map<Node, Bigrams> left = new LinkedHashMap<>();
        earlier.values().forEach(n -> left.put(n, Bigrams.of(words(n))));
        for (Node after : List.copyOf(later.values())) {
            Bigrams words = Bigrams.of(words(after));
            left.entrySet().stream()
                    .filter(before -> before.getValue().similarity(words) >= SIMILAR)
                    .max(Comparator.comparingDouble(before -> before.getValue().similarity(words)))
                    .map(Map.Entry::getKey)
                    .ifPresent(before -> {
                        left.remove(before);
                        pair(before, after, new PlanChange.Moved(before, after, true));
                    });
        }
    }

    /// Numbers aside, so that a renumbered item is not a reworded one.
    private static String words(Node node) {
        String text = node.text();
        return Characters.compact(text.substring(Math.min(node.marker().length(), text.length())));
    }

    /// Compared by Dice's coefficient over pairs of characters.
    private record Bigrams(Set<Integer> pairs) {
        private static final int LONGEST = 2_000;

        static Bigrams of(String words) {
            Set<Integer> pairs = new LinkedHashSet<>();
            for (int i = 0; i + 1 < Math.min(words.length(), LONGEST); i++) {
                pairs.add(words.charAt(i) << 16 | words.charAt(i + 1));
            }
            return new Bigrams(pairs);
        }

        double similarity(Bigrams other) {
            if (pairs.isEmpty() || other.pairs.isEmpty()) {
                return pairs.equals(other.pairs) ? 1 : 0;
            }
            long common = pairs.stream().filter(other.pairs::contains).count();
            return 2.0 * common / (pairs.size() + other.pairs.size());
        }
    }
}
