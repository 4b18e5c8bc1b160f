package tsukasa.kernel.page;

import java.util.List;
import tsukasa.kernel.Text;

/// 新旧対照表: what differs between two versions, ready for `kernel/part/comparison.jte`.
///
/// @param clauses wordings, in the order of the later version
/// @param figures targets and cells of tables
public record Comparison(List<Row> clauses, List<Figure> figures) {
    public Comparison {
        clauses = List.copyOf(clauses);
        figures = List.copyOf(figures);
    }

    /// @param kind   what became of it, in a word
    /// @param before the old words, cut where both are the same; empty for what is new
    /// @param reason empty where none is given
    public record Row(String place, String address, String kind, List<Piece> before, List<Piece> after, String reason) {
        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// @param changed whether this part differs
    public record Piece(String text, boolean changed) {}

    public record Figure(String where, String what, String before, String after) {}

    public boolean isEmpty() {
        return clauses.isEmpty() && figures.isEmpty();
    }

    /// How much differs, in a sentence.
    public Text lead() {
        return isEmpty()
                ? Text.of("違いはありません。", "Nothing differs.")
                : Text.of(
                        "項目" + clauses.size() + "、数字" + figures.size() + "が違います。",
                        counted(clauses.size(), "clause") + " and " + counted(figures.size(), "figure") + " differ.");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
