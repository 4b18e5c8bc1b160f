package tsukasa.budget.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.kernel.page.Frame;

/// A workbook with every line of a month and what stands in the book: what is filled in can be sent as it is.
final class Template {
    private Template() {}

    static void write(Frame frame, YearMonth month, BudgetLines lines, Map<String, AmountVersion> now, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Tsukasa", "1.0")) {
            Worksheet sheet = book.newWorksheet(frame.say("執行額", "Execution"));
            for (Head head : Head.values()) {
                sheet.value(0, head.ordinal(), frame.say(head.title()));
                sheet.style(0, head.ordinal())
                        .bold()
                        .horizontalAlignment(head == Head.YEN ? "right" : "left")
                        .set();
                sheet.width(head.ordinal(), head == Head.MONTH ? 12 : head == Head.LINE ? 48 : 26);
            }
            int at = 1;
            for (BudgetLine line : lines.all()) {
                row(frame, sheet, at++, month, line, now.get(line.key()));
            }
            sheet.freezePane(0, 1);
        }
    }

    private static void row(
            Frame frame,
            Worksheet sheet,
            int at,
            YearMonth month,
            BudgetLine line,
            @org.jspecify.annotations.Nullable AmountVersion now) {
        sheet.value(at, Head.MONTH.ordinal(), month.toString());
        sheet.value(at, Head.ACCOUNT.ordinal(), frame.say(line.accountTitle()));
        line.segmentTitle().ifPresent(segment -> sheet.value(at, Head.SEGMENT.ordinal(), frame.say(segment)));
        sheet.value(at, Head.LINE.ordinal(), frame.say(line.name()));
        if (now != null) {
            now.yen().ifPresent(yen -> sheet.value(at, Head.YEN.ordinal(), yen));
        }
        sheet.style(at, Head.YEN.ordinal()).format("#,##0;\"△\"#,##0;0").set();
    }
}
