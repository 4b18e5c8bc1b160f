package tsukasa.cycle.years;

import java.util.List;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;

/// What a file would do to the figures of earlier years.
///
/// @param open rows without any figure
record YearReport(Text what, List<YearRow> rows, int open) {
    YearReport {
        rows = List.copyOf(rows);
    }

    List<YearRow> changing() {
        return rows.stream().filter(YearRow::changing).toList();
    }

    List<YearRow> wrong() {
        return rows.stream().filter(row -> !row.good()).toList();
    }

    long corrections() {
        return rows.stream()
                .filter(row -> row.changing() && row.now().isPresent())
                .count();
    }

    /// The same report has the same digest: what is entered is what was looked at.
    String digest() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.row())
                .append('|')
                .append(row.entry())
                .append('|')
                .append(row.now().map(now -> now.version()).orElse(0))
                .append('|')
                .append(row.wrong())
                .append('\n'));
        return Sha256.hex(text.toString());
    }
}
