package tsukasa.cycle.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsukasa.cycle.ItemYears;
import tsukasa.kernel.page.Frame;

/// An evaluation report as a workbook: the summary, the figures, what was done, the evaluations, the issues.
final class ReportSheets {
    private static final int WIDEST = 60;
    private final Frame frame;
    private final Workbook book;

    private ReportSheets(Frame frame, Workbook book) {
        this.frame = frame;
        this.book = book;
    }

    static void write(EvaluationReportPage report, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Tsukasa", "1.0")) {
            new ReportSheets(report.frame(), book).all(report);
        }
    }

    private void all(EvaluationReportPage report) {
        summary(report);
        results(report);
        outputs(report);
        inputs(report);
        measures(report);
        said(report);
        issues(report);
    }

    private void summary(EvaluationReportPage report) {
        Table summary = table(
                "総括表",
                "Summary",
                List.of(
                        say("箇所", "Place"),
                        say("評価項目", "Item"),
                        say("重要度・困難度", "Importance, difficulty"),
                        say("自己評価", "Self-evaluation"),
                        say("主務大臣評価", "Minister's"),
                        say("状態", "State")));
        report.summary()
                .forEach(line -> summary.row(
                        line.place(), line.title(), line.flags(), line.self(), line.minister(), line.note()));
        summary.end();
    }

    private void results(EvaluationReportPage report) {
        Table results = table(
                "目標と実績",
                "Results",
                List.of(
                        say("評価項目", "Item"),
                        say("目標", "Target"),
                        say("内容", "Title"),
                        say("基準値", "Baseline"),
                        say("目標値", "Target value"),
                        say("実績", "Result"),
                        say("達成率", "Achievement")));
        report.sheets()
                .forEach(sheet -> sheet.results()
                        .forEach(line -> results.row(
                                sheet.place(),
                                line.threshold(),
                                line.title(),
                                line.baseline(),
                                line.target(),
                                line.value(),
                                line.achievement())));
        results.end();
    }

    /// One row for each threshold and year something is known of.
    private void outputs(EvaluationReportPage report) {
        Table outputs = table(
                "経年の推移",
                "Over the years",
                List.of(
                        say("評価項目", "Item"),
                        say("目標", "Target"),
                        say("内容", "Title"),
                        say("年度", "Year"),
                        say("目標値", "Target value"),
                        say("実績", "Result"),
                        say("達成率", "Achievement"),
                        say("値の出どころ", "Origin")));
        report.sheets()
                .forEach(sheet -> sheet.years()
                        .outputs()
                        .forEach(output -> output.points().stream()
                                .filter(point -> point.origin() != ItemYears.Origin.NONE)
                                .forEach(point -> outputs.row(
                                        sheet.place(),
                                        output.threshold().id(),
                                        frame.say(output.threshold().title()),
                                        frame.writing().year(point.year()),
                                        output.goal(frame, point.target()),
                                        output.said(frame, point.value()),
                                        point.achieved(frame, output.threshold()),
                                        frame.say(point.origin().title())))));
        outputs.end();
    }

    private void inputs(EvaluationReportPage report) {
        Table inputs = table(
                "インプット",
                "Inputs",
                List.of(
                        say("評価項目", "Item"),
                        say("年度", "Year"),
                        say("予算額（百万円）", "Budget, million yen"),
                        say("決算額（百万円）", "Settlement, million yen"),
                        say("人件費（百万円）", "Personnel, million yen"),
                        say("従事人員（名、記入）", "Staff (entered)"),
                        say("値の出どころ", "Origin")));
        report.sheets()
                .forEach(sheet -> sheet.years()
                        .inputs()
                        .forEach(input -> inputs.row(
                                sheet.place(),
                                frame.writing().year(input.year()),
                                ItemYears.Input.millions(frame, input.budget()),
                                ItemYears.Input.millions(frame, input.settlement()),
                                ItemYears.Input.millions(frame, input.personnel()),
                                input.staff()
                                        .map(staff -> frame.writing().number(staff))
                                        .orElse("－"),
                                frame.say(input.origin().title()))));
        inputs.end();
    }

    private void measures(EvaluationReportPage report) {
        Table measures = table(
                "業務実績",
                "What was done",
                List.of(
                        say("箇所", "Place"),
                        say("施策", "Measure"),
                        say("時期", "When"),
                        say("実施したこと", "What was done"),
                        say("アウトカム", "Outcome")));
        report.sheets()
                .forEach(sheet -> sheet.measures().forEach(measure -> {
                    if (measure.done().isEmpty()) {
                        measures.row(measure.place(), measure.title(), "", "", measure.outcome());
                    }
                    measure.done()
                            .forEach(done -> measures.row(
                                    measure.place(), measure.title(), done.term(), done.value(), measure.outcome()));
                }));
        measures.end();
    }

    private void issues(EvaluationReportPage report) {
        Table issues = table(
                "課題",
                "Issues",
                List.of(
                        say("評価項目", "Item"),
                        say("出所", "Origin"),
                        say("課題", "Issue"),
                        say("対応", "Response"),
                        say("答える条項", "Answered by"),
                        say("状態", "State")));
        report.sheets()
                .forEach(sheet -> sheet.issues()
                        .forEach(issue -> issues.row(
                                sheet.place(),
                                issue.origin(),
                                issue.text(),
                                issue.response(),
                                issue.clause(),
                                issue.state())));
        issues.end();
    }

    private void said(EvaluationReportPage report) {
        Table said = table(
                "評定",
                "Evaluations",
                List.of(
                        say("評価項目", "Item"),
                        say("だれが", "By whom"),
                        say("評定", "Grade"),
                        say("根拠", "Reasons"),
                        say("課題と対応", "Issues and responses"),
                        say("改善方策", "What will be improved"),
                        say("状態", "State")));
        report.sheets().forEach(sheet -> {
            said(said, sheet, say("自己評価", "Self-evaluation"), sheet.self());
            said(said, sheet, say("主務大臣評価", "Minister's evaluation"), sheet.minister());
        });
        said.end();
    }

    private static void said(Table table, EvaluationReportPage.Sheet sheet, String by, EvaluationReportPage.Said said) {
        table.row(
                sheet.place().isEmpty() ? sheet.title() : sheet.place(),
                by,
                said.grade(),
                said.reason(),
                said.response(),
                said.improvement(),
                said.state());
    }

    private String say(String ja, String en) {
        return frame.say(ja, en);
    }

    private Table table(String ja, String en, List<String> head) {
        return new Table(book.newWorksheet(say(ja, en)), head);
    }

    /// A head in bold that stays in sight, and columns as wide as what stands in them, by East Asian width.
    private static final class Table {
        private final Worksheet sheet;
        private final double[] widths;
        private int row;

        Table(Worksheet sheet, List<String> head) {
            this.sheet = sheet;
            this.widths = new double[head.size()];
            row(head.toArray(String[]::new));
            sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
        }

        /// Text stays text: nothing a person wrote is run as a formula.
        void row(String... cells) {
            for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
                widths[column] = Math.max(widths[column], width(cells[column]));
            }
            row++;
        }

        void end() {
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, Math.min(WIDEST, widths[column] + 2));
            }
            sheet.range(0, 0, Math.max(1, row - 1), widths.length - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.range(0, 0, 0, widths.length - 1).style().bold().set();
        }

        private static double width(String text) {
            return text.lines()
                    .mapToInt(line ->
                            line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum())
                    .max()
                    .orElse(0);
        }
    }
}
