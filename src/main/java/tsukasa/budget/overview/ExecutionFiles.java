package tsukasa.budget.overview;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.Executed;
import tsukasa.budget.Yen;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.Plan;

/// Execution as files, in yen: an empty cell was not entered, 0 is nothing spent.
final class ExecutionFiles {
    private ExecutionFiles() {}

    /// One amount a line.
    static void csv(Plan plan, Executed executed, List<YearMonth> months, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(List.of("plan", "month", "account", "segment", "line", "label_ja", "label_en", "kind", "yen"));
            for (BudgetLine line : executed.lines().all()) {
                for (YearMonth month : months) {
                    executed.amount(line, month)
                            .ifPresent(yen -> csv.cell(plan.id(), true)
                                    .plain(month, false)
                                    .cell(line.account(), false)
                                    .cell(line.segment(), false)
                                    .cell(line.code(), false)
                                    .cell(line.name().ja(), false)
                                    .cell(line.name().en(), false)
                                    .cell(line.kind().name(), false)
                                    .plain(yen, false)
                                    .end());
                }
            }
        }
    }

    /// Months side by side.
    static void xlsx(Frame frame, Plan plan, Executed executed, List<YearMonth> months, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Tsukasa", "1.0")) {
            Worksheet sheet = book.newWorksheet(plan.id());
            List<String> heads = List.of(
                    frame.say("勘定", "Account"),
                    frame.say("セグメント", "Segment"),
                    frame.say("科目", "Item"),
                    frame.say("予算（百万円）", "Budget (million yen)"));
            for (int i = 0; i < heads.size(); i++) {
                head(sheet, i, heads.get(i), i == 3);
                sheet.width(i, 24);
            }
            for (int i = 0; i < months.size(); i++) {
                head(sheet, heads.size() + i, months.get(i) + frame.say("（円）", " (yen)"), true);
                sheet.width(heads.size() + i, 16);
            }
            int at = 1;
            for (BudgetLine line : executed.lines().all()) {
                row(frame, sheet, at++, line, executed, months);
            }
            sheet.freezePane(3, 1);
        }
    }

    private static void head(Worksheet sheet, int column, String text, boolean right) {
        sheet.value(0, column, text);
        sheet.style(0, column)
                .bold()
                .horizontalAlignment(right ? "right" : "left")
                .set();
    }

    private static void row(
            Frame frame, Worksheet sheet, int at, BudgetLine line, Executed executed, List<YearMonth> months) {
        sheet.value(at, 0, frame.say(line.accountTitle()));
        line.segmentTitle().ifPresent(segment -> sheet.value(at, 1, frame.say(segment)));
        sheet.value(at, 2, frame.say(line.name()));
        if (line.budget().isPresent()) {
            figure(sheet, at, 3, line.budget().map(Yen::millions).orElse(0L));
        } else {
            sheet.value(at, 3, "－");
            sheet.style(at, 3).horizontalAlignment("right").set();
        }
        for (int i = 0; i < months.size(); i++) {
            int column = 4 + i;
            executed.amount(line, months.get(i)).ifPresent(yen -> figure(sheet, at, column, yen));
        }
    }

    private static void figure(Worksheet sheet, int row, int column, long value) {
        sheet.value(row, column, value);
        sheet.style(row, column).format("#,##0;\"△\"#,##0;0").set();
    }
}
