package tsukasa.cycle.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue.Origin;
import tsukasa.cycle.Issues.Raised;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CsvReader;

/// Issues as they were copied from a spreadsheet: origin, place, who, day, the issue, department. What is wrong with a
/// row keeps no other from being entered.
record PastedIssues(List<Raised> good, List<Text> findings) {
    static final int MOST_ROWS = 1_000;
    private static final int COLUMNS = 6;

    interface Checking {
        List<Fault> faults(Raised raised);
    }

    static PastedIssues read(String pasted, FiscalYear year, Checking checking) {
        Optional<List<List<String>>> table = CsvReader.parsePasted(pasted);
        List<Raised> good = new ArrayList<>();
        List<Text> findings = new ArrayList<>();
        if (table.isEmpty()) {
            findings.add(Text.of("閉じていない引用符があります。", "A quotation mark is never closed."));
            return new PastedIssues(good, findings);
        }
        int number = 0;
        for (List<String> row : table.get()) {
            number++;
            boolean blank = row.stream().allMatch(String::isBlank);
            if (blank
                    || number == 1
                            && origin(cell(row, 0)).isEmpty()
                            && day(cell(row, 3)).isEmpty()) {
                continue;
            }
            if (number > MOST_ROWS) {
                findings.add(Text.of(
                        MOST_ROWS + "行を超える分は読みませんでした。分けて貼り付けてください。",
                        "Rows after " + MOST_ROWS + " were not read: paste them separately."));
                break;
            }
            row(number, row, year, checking, good, findings);
        }
        return new PastedIssues(good, findings);
    }

    private static void row(
            int number, List<String> row, FiscalYear year, Checking checking, List<Raised> good, List<Text> findings) {
        Optional<Origin> origin = origin(cell(row, 0));
        Optional<LocalDate> day = day(cell(row, 3));
        if (row.size() != COLUMNS) {
            findings.add(found(number, row.size() + "列あります。6列にしてください。", row.size() + " cells; six are needed."));
        } else if (origin.isEmpty()) {
            findings.add(found(
                    number, "「" + cell(row, 0) + "」は出所の名前ではありません。", "“" + cell(row, 0) + "” is none of the origins."));
        } else if (day.isEmpty()) {
            findings.add(found(
                    number,
                    "「" + cell(row, 3) + "」は日付ではありません（例：2021-08-31）。",
                    "“" + cell(row, 3) + "” is no date, such as 2021-08-31."));
        } else {
            Raised raised = new Raised(
                    year,
                    origin.get(),
                    cell(row, 1),
                    cell(row, 2),
                    day.get(),
                    cell(row, 4),
                    cell(row, 5),
                    Optional.of(key(year, row)));
            List<Fault> faults = checking.faults(raised);
            if (faults.isEmpty()) {
                good.add(raised);
            } else {
                Text first = faults.getFirst().sentence();
                findings.add(found(number, first.ja(), first.en()));
            }
        }
    }

    private static Text found(int number, String ja, String en) {
        return Text.of(number + "行目：" + ja, "Row " + number + ": " + en);
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index).strip() : "";
    }

    private static Optional<Origin> origin(String name) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.name().equalsIgnoreCase(name)
                        || origin.title().ja().equals(name)
                        || origin.title().en().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written.replace('/', '-')));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// The same words about the same place in the same year are the same issue.
    private static String key(FiscalYear year, List<String> row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((year.year() + "\n" + String.join("\n", row)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }
}
