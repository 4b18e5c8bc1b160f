package tsukasa.plan.pack;

import java.util.Collection;
import java.util.Comparator;

/// Guesses what was meant by a mistyped word.
final class Nearest {
    private Nearest() {}

    /// ` (did you mean …?)`, or nothing when no known word is near.
    static String hint(String written, Collection<String> known) {
        int furthest = Math.max(1, written.length() / 3);
        return written.length() > 80
                ? ""
                : known.stream()
                        .filter(word -> distance(written, word) <= furthest)
                        .min(Comparator.comparingInt(word -> distance(written, word)))
                        .map(word -> " (did you mean " + Problems.quote(word) + "?)")
                        .orElse("");
    }

    /// Levenshtein: how many letters must be changed, added or taken away.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
