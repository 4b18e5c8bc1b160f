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
import tsukasa.budget.importing.ImportColumns.Head;
import tsukasa.budget.importing.ImportLine.Wrong;
import tsukasa.budget.importing.SheetReading.Unusable;
import tsukasa.kernel.Text;
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

    static SheetReading sheet(byte[] content) {
        try {
            if (content.length >= 4 && content[0] == 'P' && content[1] == 'K') {
                return XlsxSheet.read(content);
            }
            refuseOthers(content);
            return CsvSheet.read(content);
        } catch (Unusable unusable) {
            return unusable.unreadable();
        }
    }

    private static void refuseOthers(byte[] content) throws Unusable {
        if (content.length >= 4 && (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF) {
            throw new Unusable(
                    Text.of(
                            "古い形式（.xls）か、パスワードの付いたブックです。",
                            "It is a workbook of the old kind (.xls), or has a password."),
                    Text.of("パスワードを外し、.xlsxで保存してください。", "Take the password off and save it as .xlsx."));
        }
        if (content.length >= 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D') {
            throw new Unusable(
                    Text.of("PDFです。", "It is a PDF."), Text.of("XLSXかCSVを選んでください。", "Choose an XLSX or CSV file."));
        }
    }

    ImportReport report(SheetReading.Rows sheet) throws Unusable {
        if (sheet.rows().isEmpty()) {
            throw new Unusable(
                    Text.of("何も書かれていません。", "There is nothing in it."),
                    Text.of("ひな型に金額を書いて保存してください。", "Write amounts into the template and save it."));
        }
        ImportColumns columns = ImportColumns.of(sheet.rows().getFirst());
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

    private ImportLine line(ImportColumns columns, SheetRow row) {
        List<Wrong> wrong = new ArrayList<>();
        for (Head head : Head.values()) {
            odd(columns.cell(row, head)).ifPresent(wrong::add);
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
            wrong.add(new Wrong(
                    columns.cell(row, Head.MONTH).at(),
                    Text.of("月を読めません。", "The month cannot be read."),
                    Text.of("2021-04 のように書いてください。", "Write it like 2021-04.")));
        }
        Optional<BudgetLine> line = find(columns, row, wrong);
        Optional<Long> yen = amount(columns.cell(row, Head.YEN), wrong);
        SheetCell note = columns.cell(row, Head.NOTE);
        if (note.text().length() > LONGEST_NOTE) {
            wrong.add(new Wrong(
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
            ImportColumns columns, SheetRow row, BudgetLine line, YearMonth month, Optional<Long> yen, String note) {
        List<Wrong> wrong = new ArrayList<>();
        Integer other = seen.putIfAbsent(line.key() + "|" + month, row.number());
        if (other != null) {
            wrong.add(new Wrong(
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

    private static Optional<Wrong> odd(SheetCell cell) {
        return switch (cell.odd()) {
            case NO -> Optional.empty();
            case FORMULA ->
                Optional.of(new Wrong(
                        cell.at(),
                        Text.of("数式が入っています。", "It holds a formula."),
                        Text.of("値だけを貼り付けてください。", "Paste the value alone.")));
            case ERROR ->
                Optional.of(new Wrong(
                        cell.at(),
                        Text.of("エラー（" + shown(cell.text()) + "）です。", "It is an error (" + shown(cell.text()) + ")."),
                        Text.of("正しい値を書いてください。", "Write the right value.")));
            case TOO_LONG ->
                Optional.of(new Wrong(
                        cell.at(),
                        Text.of("文字が多すぎます。", "It holds too many characters."),
                        Text.of("1,000字以内にしてください。", "Keep it within 1,000 characters.")));
        };
    }

    private static String shown(String text) {
        return text.isBlank() ? "?" : text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private static Optional<Long> amount(SheetCell cell, List<Wrong> wrong) {
        return switch (WrittenYen.read(cell.text())) {
            case WrittenYen.Of(long yen) -> Optional.of(yen);
            case WrittenYen.Odd(Text why, Text next) -> {
                wrong.add(new Wrong(cell.at(), why, next));
                yield Optional.empty();
            }
        };
    }

    /// By code or by name, in either language.
    private Optional<BudgetLine> find(ImportColumns columns, SheetRow row, List<Wrong> wrong) {
        SheetCell account = columns.cell(row, Head.ACCOUNT);
        SheetCell segment = columns.cell(row, Head.SEGMENT);
        SheetCell line = columns.cell(row, Head.LINE);
        List<BudgetLine> ofAccount = lines.all().stream()
                .filter(l -> named(account, l.account(), l.accountTitle()))
                .toList();
        List<BudgetLine> ofSegment = ofAccount.stream()
                .filter(l -> l.segmentTitle()
                        .map(title -> named(segment, l.segment(), title))
                        .orElse(segment.blank() || Written.plain(segment.text()).equals("-")))
                .toList();
        Optional<BudgetLine> found =
                ofSegment.stream().filter(l -> named(line, l.code(), l.name())).findFirst();
        if (found.isEmpty()) {
            SheetCell unknown = ofAccount.isEmpty() ? account : ofSegment.isEmpty() ? segment : line;
            String what = shown(unknown.text());
            wrong.add(new Wrong(
                    unknown.at(),
                    Text.of("計画の予算にありません：" + what, "The plan's budget has no such thing: " + what),
                    Text.of("ひな型にある名前で書いてください。", "Write the name as in the template.")));
        }
        return found;
    }

    private static boolean named(SheetCell cell, String code, Text title) {
        String name = Written.plain(cell.text());
        return name.equals(code) || name.equals(Written.plain(title.ja())) || name.equals(Written.plain(title.en()));
    }
}
