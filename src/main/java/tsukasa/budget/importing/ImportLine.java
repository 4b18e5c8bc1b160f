package tsukasa.budget.importing;

import java.util.List;
import java.util.Optional;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.NewAmount;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CellFault;

/// What became of one row of a file.
///
/// @param row    its number in the file
/// @param line   empty where it could not be found
/// @param amount ready to be entered, unless something is wrong
/// @param before what stands in the book
/// @param hints  worth a look, but no hindrance
/// @param cells  where its month and its amount stand
record ImportLine(
        int row,
        Optional<BudgetLine> line,
        Optional<NewAmount> amount,
        Optional<Long> before,
        List<CellFault> wrong,
        List<Text> hints,
        Cells cells) {
    ImportLine {
        wrong = List.copyOf(wrong);
        hints = List.copyOf(hints);
    }

    record Cells(String month, String yen) {
        static final Cells UNKNOWN = new Cells("", "");
    }

    boolean good() {
        return wrong.isEmpty() && amount.isPresent();
    }

    boolean same() {
        return good() && amount.flatMap(NewAmount::yen).equals(before);
    }

    boolean correction() {
        return good() && !same() && amount.filter(a -> a.seen() > 0).isPresent();
    }

    ImportLine with(CellFault more) {
        return new ImportLine(
                row,
                line,
                amount,
                before,
                java.util.stream.Stream.concat(wrong.stream(), java.util.stream.Stream.of(more))
                        .toList(),
                hints,
                cells);
    }
}
