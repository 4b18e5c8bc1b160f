package tsukasa.cycle.issue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue.Origin;
import tsukasa.cycle.Issues.Raised;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CellFault;
import tsukasa.kernel.table.SheetCell;
import tsukasa.kernel.table.SheetColumns;
import tsukasa.kernel.table.SheetFile;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unreadable;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.kernel.table.SheetRow;

/// Issues as they stand in a file or were copied from a spreadsheet. What is wrong with a row keeps no other from being
/// entered.
record IssueRows(List<Raised> good, List<Text> findings) {
    static final int MOST_ROWS = 1_000;
    private static final int LONGEST_CELL = 4_000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    interface Checking {
        List<Fault> faults(Raised raised);
    }

    static IssueRows read(byte[] content, FiscalYear year, Checking checking) {
        IssueRows found = new IssueRows(new ArrayList<>(), new ArrayList<>());
        switch (SheetFile.read(content, LONGEST_CELL)) {
            case Unreadable why -> found.findings.add(both(why.why(), why.next()));
            case SheetReading.Rows rows -> {
                try {
                    found.take(rows.rows(), year, checking);
                } catch (Unusable unusable) {
                    found.findings.add(both(
                            unusable.unreadable().why(), unusable.unreadable().next()));
                }
            }
        }
        return found;
    }

    private static Text both(Text why, Text next) {
        return Text.of(why.ja() + next.ja(), why.en() + " " + next.en());
    }

    private void take(List<SheetRow> rows, FiscalYear year, Checking checking) throws Unusable {
        if (rows.isEmpty()) {
            findings.add(Text.of("何も書かれていません。", "There is nothing in it."));
            return;
        }
        SheetColumns<IssueHead> columns = SheetColumns.inOrder(IssueHead.class, rows.getFirst());
        List<SheetRow> told = rows.subList(columns.named() ? 1 : 0, rows.size());
        for (SheetRow row : told.subList(0, Math.min(MOST_ROWS, told.size()))) {
            take(columns, row, year, checking);
        }
        if (told.size() > MOST_ROWS) {
            findings.add(Text.of(
                    MOST_ROWS + "行を超える分は読みませんでした。分けて送ってください。",
                    "Rows after " + MOST_ROWS + " were not read: send them separately."));
        }
    }

    private void take(SheetColumns<IssueHead> columns, SheetRow row, FiscalYear year, Checking checking) {
        List<SheetCell> cells = Arrays.stream(IssueHead.values())
                .map(head -> columns.cell(row, head))
                .toList();
        Optional<CellFault> odd =
                cells.stream().flatMap(cell -> cell.fault().stream()).findFirst();
        Optional<IssueHead> blank = Arrays.stream(IssueHead.values())
                .filter(head -> columns.cell(row, head).blank())
                .findFirst();
        Optional<Origin> origin = origin(columns.cell(row, IssueHead.ORIGIN).plain());
        Optional<LocalDate> day = day(columns.cell(row, IssueHead.DAY).plain());
        if (odd.isPresent()) {
            Text why = both(odd.get().why(), odd.get().next());
            found(row, odd.get().at() + " " + why.ja(), odd.get().at() + " " + why.en());
        } else if (blank.isPresent()) {
            Text head = blank.get().title();
            found(row, "「" + head.ja() + "」が空です。", head.en() + " is empty.");
        } else if (origin.isEmpty()) {
            String shown = SheetCell.shown(columns.cell(row, IssueHead.ORIGIN).text());
            found(row, "「" + shown + "」は出所の名前ではありません。", "“" + shown + "” is none of the origins.");
        } else if (day.isEmpty()) {
            String shown = SheetCell.shown(columns.cell(row, IssueHead.DAY).text());
            found(row, "「" + shown + "」は日付ではありません（例：2021-08-31）。", "“" + shown + "” is no date, such as 2021-08-31.");
        } else {
            take(row, raised(columns, row, year, origin.get(), day.get()), checking);
        }
    }

    private void take(SheetRow row, Raised raised, Checking checking) {
        List<Fault> faults = checking.faults(raised);
        if (faults.isEmpty()) {
            good.add(raised);
        } else {
            Text first = faults.getFirst().sentence();
            found(row, first.ja(), first.en());
        }
    }

    private static Raised raised(
            SheetColumns<IssueHead> columns, SheetRow row, FiscalYear year, Origin origin, LocalDate day) {
        String place = columns.cell(row, IssueHead.PLACE).text();
        String who = columns.cell(row, IssueHead.RAISED_BY).words();
        String issue = columns.cell(row, IssueHead.ISSUE).words();
        String department = columns.cell(row, IssueHead.DEPARTMENT).plain();
        String key = key(year, origin.name(), place, who, day.toString(), issue, department);
        return new Raised(year, origin, place, who, day, issue, department, Optional.of(key));
    }

    private void found(SheetRow row, String ja, String en) {
        findings.add(Text.of(row.number() + "行目：" + ja, "Row " + row.number() + ": " + en));
    }

    private static Optional<Origin> origin(String name) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.name().equalsIgnoreCase(name)
                        || SheetCell.plain(origin.title().ja()).equals(name)
                        || origin.title().en().equalsIgnoreCase(name))
                .findFirst();
    }

    /// As people write it, or the day number of a spreadsheet.
    private static Optional<LocalDate> day(String written) {
        if (written.matches("[3-7][0-9]{4}(\\.0+)?")) {
            return Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(written.substring(0, 5))));
        }
        try {
            return Optional.of(LocalDate.parse(written.replace('/', '-')));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// The same words about the same place in the same year are the same issue.
    private static String key(FiscalYear year, String... said) {
        return Sha256.hex(year.year() + "\n" + String.join("\n", said));
    }
}
