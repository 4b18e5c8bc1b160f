package tsukasa.budget.importing;

import java.util.List;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;

/// What a file would do to the book.
///
/// @param what  how it was read
/// @param empty rows whose amount is left open
record ImportReport(Text what, List<ImportLine> lines, int empty) {
    ImportReport {
        lines = List.copyOf(lines);
    }

    List<ImportLine> good() {
        return lines.stream().filter(ImportLine::good).toList();
    }

    List<ImportLine> wrong() {
        return lines.stream().filter(line -> !line.good()).toList();
    }

    long changing() {
        return good().stream().filter(line -> !line.same()).count();
    }

    long corrections() {
        return lines.stream().filter(ImportLine::correction).count();
    }

    boolean needsReason() {
        return lines.stream()
                .anyMatch(line -> line.correction()
                        && line.amount().flatMap(a -> a.reason()).isEmpty());
    }

    /// The same report has the same digest: what is entered is what was looked at.
    String digest() {
        StringBuilder text = new StringBuilder();
        for (ImportLine line : lines) {
            text.append(line.row())
                    .append('|')
                    .append(line.amount())
                    .append('|')
                    .append(line.before())
                    .append('|')
                    .append(line.wrong())
                    .append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
