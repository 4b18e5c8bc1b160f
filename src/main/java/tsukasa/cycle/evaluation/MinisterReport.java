package tsukasa.cycle.evaluation;

import java.util.List;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;

/// What a file would do to the minister's evaluation of a plan.
///
/// @param what how it was read
/// @param open rows that leave everything open
record MinisterReport(Text what, List<MinisterRow> rows, int open) {
    MinisterReport {
        rows = List.copyOf(rows);
    }

    List<MinisterRow> changing() {
        return rows.stream().filter(MinisterRow::changing).toList();
    }

    List<MinisterRow> wrong() {
        return rows.stream().filter(row -> !row.good()).toList();
    }

    long replacing() {
        return rows.stream().filter(MinisterRow::replacing).count();
    }

    /// The same report has the same digest: what is entered is what was looked at, on the versions it was looked at.
    String digest() {
        StringBuilder text = new StringBuilder();
        for (MinisterRow row : rows) {
            text.append(row.row())
                    .append('|')
                    .append(row.sheet().map(EvaluationWords::slug).orElse(""))
                    .append('|')
                    .append(row.read())
                    .append('|')
                    .append(row.words())
                    .append('|')
                    .append(row.wrong())
                    .append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
