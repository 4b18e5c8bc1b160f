package tsukasa.budget.importing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.NewAmount;
import tsukasa.budget.WrittenYen;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CellFault;
import tsukasa.kernel.table.SheetCell;
import tsukasa.kernel.table.SheetColumns;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.kernel.table.SheetRow;
import tsukasa.plan.Plan;

/// Makes amounts of the rows of a file, and says of each row that is none what is wrong with which cell.
final class ExecutionFile {
    private static final int LONGEST_NOTE = 500;
    private final Plan plan;
    private final BudgetLines lines;
    private final Book book;
    private final Map<String, Integer> seen = new HashMap<>();

    ExecutionFile(Plan plan, BudgetLines lines, Book book) {
        this.plan = plan;
        this.lines = lines;
        this.book = book;
    }

    /// What stands in the book now.
    interface Book {
        Optional<AmountVersion> latest(String line, YearMonth month);
    }

    ImportReport report(SheetReading.Rows sheet) throws Unusable {
        if (sheet.rows().isEmpty()) {
            throw new Unusable(
                    Text.of("何も書かれていません。", "There is nothing in it."),
                    Text.of("ひな型に金額を書いて保存してください。", "Write amounts into the template and save it."));
        }
        SheetColumns<Head> columns = SheetColumns.of(Head.class, sheet.rows().getFirst());
        List<ImportLine> found = new ArrayList<>();
        int empty = 0;
        for (SheetRow row : sheet.rows().subList(1, sheet.rows().size())) {
            if (columns.cell(row, Head.YEN).blank()) {
                empty++;
            } else {
                found.add(line(columns, row));
            }
        }
        return new ImportReport(sheet.what(), found, empty);
    }

    private ImportLine line(SheetColumns<Head> columns, SheetRow row) {
        List<CellFault> wrong = new ArrayList<>();
        for (Head head : Head.values()) {
            columns.cell(row, head).fault().ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            return new ImportLine(
                    row.number(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    wrong,
                    List.of(),
                    ImportLine.Cells.UNKNOWN);
        }
        Optional<YearMonth> month = Written.month(columns.cell(row, Head.MONTH).text(), plan.year());
        if (month.isEmpty()) {
            wrong.add(new CellFault(
                    columns.cell(row, Head.MONTH).at(),
                    Text.of("月を読めません。", "The month cannot be read."),
                    Text.of("2021-04 のように書いてください。", "Write it like 2021-04.")));
        }
        Optional<BudgetLine> line = find(columns, row, wrong);
        Optional<Long> yen = amount(columns.cell(row, Head.YEN), wrong);
        SheetCell note = columns.cell(row, Head.NOTE);
        if (note.text().length() > LONGEST_NOTE) {
            wrong.add(new CellFault(
                    note.at(),
                    Text.of("理由が長すぎます。", "The reason is too long."),
                    Text.of("500字以内にしてください。", "Keep it within 500 characters.")));
        }
        if (!wrong.isEmpty() || line.isEmpty() || month.isEmpty()) {
            return new ImportLine(
                    row.number(), line, Optional.empty(), Optional.empty(), wrong, List.of(), ImportLine.Cells.UNKNOWN);
        }
        return once(columns, row, line.get(), month.get(), yen, note.text());
    }

    private ImportLine once(
            SheetColumns<Head> columns,
            SheetRow row,
            BudgetLine line,
            YearMonth month,
            Optional<Long> yen,
            String note) {
        List<CellFault> wrong = new ArrayList<>();
        Integer other = seen.putIfAbsent(line.key() + "|" + month, row.number());
        if (other != null) {
            wrong.add(new CellFault(
                    columns.cell(row, Head.LINE).at(),
                    Text.of("同じ月の同じ科目が" + other + "行目にもあります。", "Row " + other + " has the same item and month."),
                    Text.of("どちらかを消してください。", "Delete one of them.")));
        }
        Optional<AmountVersion> now = book.latest(line.key(), month);
        NewAmount amount = new NewAmount(
                line.key(),
                month,
                yen,
                now.map(AmountVersion::version).orElse(0),
                Optional.of(note).filter(n -> !n.isBlank()));
        List<Text> hints = new ArrayList<>();
        if (line.budget().isEmpty()) {
            hints.add(Text.of("予算がない（－）科目です。", "Nothing was planned for this item (－)."));
        }
        if (yen.filter(y -> y < 0).isPresent()) {
            hints.add(Text.of("負の額です。", "The amount is negative."));
        }
        return new ImportLine(
                row.number(),
                Optional.of(line),
                Optional.of(amount),
                now.flatMap(AmountVersion::yen),
                wrong,
                hints,
                new ImportLine.Cells(
                        columns.cell(row, Head.MONTH).at(),
                        columns.cell(row, Head.YEN).at()));
    }

    private static Optional<Long> amount(SheetCell cell, List<CellFault> wrong) {
        return switch (WrittenYen.read(cell.text())) {
            case WrittenYen.Of(long yen) -> Optional.of(yen);
            case WrittenYen.Odd(Text why, Text next) -> {
                wrong.add(new CellFault(cell.at(), why, next));
                yield Optional.empty();
            }
        };
    }

    /// By code or by name, in either language.
    private Optional<BudgetLine> find(SheetColumns<Head> columns, SheetRow row, List<CellFault> wrong) {
        SheetCell account = columns.cell(row, Head.ACCOUNT);
        SheetCell segment = columns.cell(row, Head.SEGMENT);
        SheetCell line = columns.cell(row, Head.LINE);
        List<BudgetLine> ofAccount = lines.all().stream()
                .filter(l -> named(account, l.account(), l.accountTitle()))
                .toList();
        List<BudgetLine> ofSegment = ofAccount.stream()
                .filter(l -> l.segmentTitle()
                        .map(title -> named(segment, l.segment(), title))
                        .orElse(segment.blank() || segment.plain().equals("-")))
                .toList();
        Optional<BudgetLine> found =
                ofSegment.stream().filter(l -> named(line, l.code(), l.name())).findFirst();
        if (found.isEmpty()) {
            SheetCell unknown = ofAccount.isEmpty() ? account : ofSegment.isEmpty() ? segment : line;
            String what = SheetCell.shown(unknown.text());
            wrong.add(new CellFault(
                    unknown.at(),
                    Text.of("計画の予算にありません：" + what, "The plan's budget has no such thing: " + what),
                    Text.of("ひな型にある名前で書いてください。", "Write the name as in the template.")));
        }
        return found;
    }

    private static boolean named(SheetCell cell, String code, Text title) {
        String name = cell.plain();
        return name.equals(code)
                || name.equals(SheetCell.plain(title.ja()))
                || name.equals(SheetCell.plain(title.en()));
    }
}
