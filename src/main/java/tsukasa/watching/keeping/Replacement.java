package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tsukasa.watching.BillDifference;

/// What came and what left when a bill was replaced, told by product: a product that left in one version and came in
/// another one changed its version. Products are the same where one of their names is.
final class Replacement {
    private final List<Map.Entry<Integer, Long>> leftItems = new ArrayList<>();
    private final List<Map.Entry<Integer, Long>> cameItems = new ArrayList<>();
    private final Map<Integer, Versions> changed = new LinkedHashMap<>();
    private final List<BillDifference.Part> added = new ArrayList<>();
    private final List<BillDifference.Part> removed = new ArrayList<>();

    /// @param item  0 for one that is not in the list
    /// @param names of products that it means
    record Piece(long item, String title, String version, Set<String> names) {}

    private record Versions(String title, List<String> before, List<String> after) {
        static Versions of(List<Piece> came) {
            return new Versions(
                    came.getFirst().title(),
                    new ArrayList<>(),
                    came.stream().map(Piece::version).distinct().toList());
        }
    }

    Replacement(List<Piece> left, List<Piece> came) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Piece piece : left) {
            Integer known = known(numbers, piece);
            int number = known == null ? leftItems.size() + 1 : known;
            piece.names().forEach(name -> numbers.putIfAbsent(name, number));
            leftItems.add(Map.entry(number, piece.item()));
        }
        Map<Integer, List<Piece>> met = new HashMap<>();
        for (Piece piece : came) {
            Integer known = known(numbers, piece);
            if (known == null) {
                added.add(new BillDifference.Part(piece.title(), piece.version()));
            } else {
                cameItems.add(Map.entry(known, piece.item()));
                met.computeIfAbsent(known, _ -> new ArrayList<>()).add(piece);
            }
        }
        for (int at = 0; at < left.size(); at++) {
            meet(left.get(at), leftItems.get(at).getKey(), met);
        }
    }

    private void meet(Piece piece, int number, Map<Integer, List<Piece>> met) {
        List<Piece> others = met.get(number);
        if (others == null) {
            removed.add(new BillDifference.Part(piece.title(), piece.version()));
            return;
        }
        changed.computeIfAbsent(number, _ -> Versions.of(others)).before().add(piece.version());
    }

    private static @Nullable Integer known(Map<String, Integer> numbers, Piece piece) {
        for (String name : new TreeSet<>(piece.names())) {
            Integer number = numbers.get(name);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /// By number of the product.
    List<Map.Entry<Integer, Long>> left() {
        return leftItems;
    }

    /// By number of the product; those of a product that left.
    List<Map.Entry<Integer, Long>> came() {
        return cameItems;
    }

    BillDifference difference(int kept) {
        return new BillDifference(
                added,
                removed,
                changed.values().stream()
                        .map(each -> new BillDifference.Changed(each.title(), each.before(), each.after()))
                        .toList(),
                kept);
    }
}
