package tsukasa.plan.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableCheck;

/// The report for people.
final class TextReport {
    private static final int MOST_DOUBTS = 60;

    private TextReport() {}

    static String of(
            Path file, ReadingResult.Read read, ReadingSummary summary, List<SuspectCell> suspects, Language language) {
        StringBuilder report = new StringBuilder();
        report.append(head(file, read, summary).in(language)).append('\n');
        if (!summary.wrong().isEmpty()) {
            report.append(WRONG.in(language)).append('\n');
            summary.wrong()
                    .forEach(c ->
                            report.append("  ").append(wrong(c).in(language)).append('\n'));
            suspects.forEach(
                    s -> report.append("  ").append(suspect(s).in(language)).append('\n'));
        }
        if (!read.doubts().isEmpty()) {
            report.append(doubtsHead(read.doubts().size()).in(language)).append('\n');
            report.append(read.doubts().stream()
                    .limit(MOST_DOUBTS)
                    .map(d -> line(d, language))
                    .collect(Collectors.joining()));
        }
        return report.toString();
    }

    private static final Text WRONG = Text.of("計算の合わない数字:", "Figures that do not add up:");

    private static Text head(Path file, ReadingResult.Read read, ReadingSummary s) {
        String ja = """
                %s（様式 %s、%s）
                  章 %d、項目 %d、文と見出し %d
                  評価指標 %d（目標値 %d）
                  表 %d、数字 %d
                  検算: 一致 %d、四捨五入の範囲 %d、不一致 %d""";
        String en = """
                %s (style %s, %s)
                  sections %d, items %d, sentences and headings %d
                  indicators %d (targets %d)
                  tables %d, cells %d
                  checks: exact %d, within rounding %d, wrong %d""";
        Object[] values = {
            file,
            read.document().profile(),
            read.document().charset(),
            s.sections(),
            s.items(),
            s.sentences(),
            s.indicators(),
            s.targets(),
            s.tables(),
            s.cells(),
            s.exact(),
            s.withinRounding(),
            s.wrong().size()
        };
        return Text.of(ja.formatted(values), en.formatted(values));
    }

    private static Text wrong(TableCheck check) {
        String where = check.table() + " " + check.row() + " " + check.column();
        return Text.of(
                "%s: 印刷 %,d、計算 %,d（%s）".formatted(where, check.stated(), check.computed(), check.rule()),
                "%s: printed %,d, computed %,d (%s)".formatted(where, check.stated(), check.computed(), check.rule()));
    }

    private static Text suspect(SuspectCell cell) {
        String where = cell.table() + " " + cell.row() + " " + cell.column();
        String mark = cell.determined() ? "→" : "?";
        return Text.of(
                "%s %s は %,d ではなく %,d と思われます".formatted(mark, where, cell.stated(), cell.likely()),
                "%s %s should probably read %,d, not %,d".formatted(mark, where, cell.likely(), cell.stated()));
    }

    private static Text doubtsHead(int count) {
        return Text.of("迷ったところ: %d 件".formatted(count), "Unsure of %d things:".formatted(count));
    }

    private static String line(Doubt doubt, Language language) {
        String where = doubt.line() == 0 ? "  " : "  " + doubt.line() + ": ";
        return where + doubt.what().in(language) + "\n";
    }
}
