package tsukasa.kernel.page;

import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.page.Comparison.Piece;

/// Two texts, cut where they differ: by the longest common run of characters, and again on both sides of it.
public final class WordDiff {
    private static final int LONGEST = 1_500;
    private static final int SHORTEST_RUN = 2;
    private final List<Piece> before = new ArrayList<>();
    private final List<Piece> after = new ArrayList<>();

    private WordDiff() {}

    public record Pieces(List<Piece> before, List<Piece> after) {}

    public static Pieces between(String before, String after) {
        WordDiff diff = new WordDiff();
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return new Pieces(List.of(new Piece(before, true)), List.of(new Piece(after, true)));
        }
        diff.compare(before, after);
        return new Pieces(diff.before, diff.after);
    }

    private void compare(String one, String other) {
        if (one.isEmpty() && other.isEmpty()) {
            return;
        }
        int best = 0;
        int endOne = 0;
        int endOther = 0;
        int[] runs = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = other.length(); j > 0; j--) {
                runs[j] = one.charAt(i - 1) == other.charAt(j - 1) ? runs[j - 1] + 1 : 0;
                if (runs[j] > best) {
                    best = runs[j];
                    endOne = i;
                    endOther = j;
                }
            }
        }
        if (best < SHORTEST_RUN) {
            add(before, one);
            add(after, other);
            return;
        }
        compare(one.substring(0, endOne - best), other.substring(0, endOther - best));
        Piece same = new Piece(one.substring(endOne - best, endOne), false);
        before.add(same);
        after.add(same);
        compare(one.substring(endOne), other.substring(endOther));
    }

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, true));
        }
    }
}
