package tsukasa.cycle.years;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }
}
