package tsukasa.exposure.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tsukasa.exposure.checking.ResultPage.Cell;
import tsukasa.exposure.checking.ResultPage.Grid;
import tsukasa.exposure.checking.ResultPage.Line;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Frame;
import tsukasa.scoring.Severity;

/// Counts what is not suppressed by severity and exploitation; each number leads to its findings.
final class ResultGrid {
    private static final List<String> COLUMNS = List.of("kev", "likely", "rest", "");

    private ResultGrid() {}

    static Optional<Grid> of(Frame f, String address, Checked checked) {
        List<Finding> open = checked.findings().stream()
                .filter(finding -> !finding.suppressed())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<@Nullable Double> values = new ArrayList<>();
        for (Severity severity : degrees(open)) {
            String title = severity == null ? f.say("未評価", "Not scored") : f.say(severity.word());
            List<Finding> of = open.stream()
                    .filter(finding -> finding.head().severity() == severity)
                    .toList();
            lines.add(line(f, address, title, ResultFilter.word(severity), of));
            labels.add(title);
            values.add((double) of.size());
        }
        lines.add(line(f, address, f.say("計", "Total"), "", open));
        BarChart picture = BarChart.of(f.language(), f.say("深刻度ごとの件数", "Findings by severity"), labels, values);
        return Optional.of(new Grid(
                List.of(
                        f.say("悪用を確認（KEV）", "Exploited (KEV)"),
                        f.say("悪用の可能性が高い（EPSS 10%以上）", "Likely (EPSS 10% or more)"),
                        f.say("そのほか", "The rest"),
                        f.say("計", "Total")),
                lines,
                picture,
                picture.table(
                        f.say("深刻度ごとの件数", "Findings by severity"), f.say("深刻度", "Severity"), f.say("件数", "Findings"))));
    }

    /// Those that always matter, and what else there is.
    private static List<@Nullable Severity> degrees(List<Finding> open) {
        List<@Nullable Severity> degrees =
                new ArrayList<>(List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW));
        if (open.stream().anyMatch(finding -> finding.head().severity() == Severity.NONE)) {
            degrees.add(Severity.NONE);
        }
        if (open.stream().anyMatch(finding -> finding.head().severity() == null)) {
            degrees.add(null);
        }
        return degrees;
    }

    private static Line line(Frame f, String address, String title, String severity, List<Finding> of) {
        List<Cell> cells = new ArrayList<>();
        for (String column : COLUMNS) {
            Predicate<Finding> taken = finding -> switch (column) {
                case "kev" -> finding.exploited();
                case "likely" -> ResultFilter.likely(finding);
                case "rest" -> !finding.exploited() && !ResultFilter.likely(finding);
                default -> true;
            };
            long count = of.stream().filter(taken).count();
            cells.add(new Cell(
                    f.writing().number(count),
                    count == 0
                            ? null
                            : address + "?severity=" + severity + "&exploited=" + column + "&state=open#list"));
        }
        return new Line(title, cells);
    }
}
