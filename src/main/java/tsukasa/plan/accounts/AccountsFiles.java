package tsukasa.plan.accounts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Plan;

/// The money tables as files: nothing planned stays `－`, apart from a zero.
final class AccountsFiles {
    private AccountsFiles() {}

    /// One table with its columns side by side.
    static void csv(MoneyTable table, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            List<String> head = new ArrayList<>(List.of("code", "label_ja", "label_en", "depth"));
            table.columns().forEach(column -> head.add(column.code()));
            csv.row(head);
            for (MoneyTable.Row row : table.rows()) {
                csv.cell(row.code(), true)
                        .cell(row.label().ja(), false)
                        .cell(row.label().en(), false)
                        .plain(row.depth(), false);
                row.cells().forEach(cell -> csv.plain(text(cell), false));
                csv.end();
            }
        }
    }

    /// All tables, one cell a line.
    static void csv(Plan plan, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(List.of("table", "kind", "account", "code", "label_ja", "label_en", "column", "million_yen"));
            for (MoneyTable table : plan.tables()) {
                for (MoneyTable.Row row : table.rows()) {
                    for (int i = 0; i < row.cells().size(); i++) {
                        csv.cell(table.id(), true)
                                .cell(table.kind().name(), false)
                                .cell(table.account(), false)
                                .cell(row.code(), false)
                                .cell(row.label().ja(), false)
                                .cell(row.label().en(), false)
                                .cell(table.columns().get(i).code(), false)
                                .plain(text(row.cells().get(i)), false)
                                .end();
                    }
                }
            }
        }
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> String.valueOf(millions);
            case Cell.Nil nil -> "－";
            case Cell.Blank blank -> "";
        };
    }

    /// Figures as numbers with the sign accounts use, widths by what stands in the column.
    static void xlsx(Frame frame, MoneyTable table, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Tsukasa", "1.0")) {
            Worksheet sheet = book.newWorksheet(table.id());
            sheet.value(0, 0, frame.say(table.title()));
            sheet.style(0, 0).bold().set();
            sheet.value(1, 0, frame.say("単位：百万円", "Million yen"));
            int head = 2;
            double[] widths = new double[table.columns().size() + 1];
            for (int i = 0; i < table.columns().size(); i++) {
                String title = frame.say(table.columns().get(i).title());
                sheet.value(head, i + 1, title);
                sheet.style(head, i + 1)
                        .bold()
                        .horizontalAlignment("right")
                        .wrapText(true)
                        .set();
                widths[i + 1] = Math.max(12, width(title) + 2);
            }
            for (int r = 0; r < table.rows().size(); r++) {
                row(frame, sheet, table.rows().get(r), head + 1 + r, widths);
            }
            for (int i = 0; i < widths.length; i++) {
                sheet.width(i, Math.min(60, widths[i]));
            }
            sheet.freezePane(1, head + 1);
        }
    }

    private static void row(Frame frame, Worksheet sheet, MoneyTable.Row row, int at, double[] widths) {
        String label = frame.say(row.label());
        sheet.value(at, 0, label);
        sheet.style(at, 0).indent(row.depth()).set();
        widths[0] = Math.max(widths[0], width(label) + 2 + 2.0 * row.depth());
        for (int i = 0; i < row.cells().size(); i++) {
            switch (row.cells().get(i)) {
                case Cell.Figure(long millions) -> {
                    sheet.value(at, i + 1, millions);
                    sheet.style(at, i + 1).format("#,##0;\"△\"#,##0;0").set();
                }
                case Cell.Nil nil -> {
                    sheet.value(at, i + 1, "－");
                    sheet.style(at, i + 1).horizontalAlignment("right").set();
                }
                case Cell.Blank blank -> {}
            }
        }
    }

    /// East Asian wide and full-width characters (UAX #11) take two places.
    static double width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }
}
