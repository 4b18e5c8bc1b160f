package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsukasa.plan.Doubt;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.TableCheck;
import tsukasa.plan.Threshold;
import tsukasa.plan.money.TableAuditCommand;

/// A reading as lines that a person can check against the text.
final class Listing {
    private Listing() {}

    static List<String> of(ReadingResult.Read read) {
        List<String> lines = new ArrayList<>();
        lines.add("style " + read.document().profile());
        for (PlanDocument.Block block : read.document().blocks()) {
            switch (block) {
                case PlanDocument.Node node -> lines.add("%d %s %s".formatted(node.line(), node.place(), words(node)));
                case PlanDocument.Passage passage ->
                    lines.add("%d %s %d lines"
                            .formatted(
                                    passage.line(),
                                    passage.kind(),
                                    passage.lines().size()));
            }
        }
        read.indicators().forEach(i -> lines.add(indicator(i)));
        read.tables().forEach(t -> lines.addAll(table(t)));
        lines.add("checks " + verdicts(read));
        read.doubts().forEach(d -> lines.add(doubt(d)));
        return lines;
    }

    private static String words(PlanDocument.Node node) {
        String first = node.sentences().getFirst().text();
        String shown = first.length() > 16 ? first.substring(0, 16) + "…" : first;
        return shown + " (" + node.sentences().size() + ")"
                + node.repeats().map(r -> " = " + r).orElse("");
    }

    private static String indicator(FoundIndicator indicator) {
        return "indicator %s %s %s %s"
                .formatted(
                        indicator.place(),
                        indicator.title(),
                        indicator.flags().stream().sorted().toList(),
                        indicator.targets().stream()
                                .map(t -> (t.comparator() == Threshold.Comparator.AT_MOST ? "<= " : ">= ")
                                        + t.value()
                                        + t.unit())
                                .toList());
    }

    private static List<String> table(MoneyTable table) {
        List<String> lines = new ArrayList<>();
        lines.add("table %s %s %s %s"
                .formatted(
                        table.id(),
                        table.kind(),
                        table.account(),
                        table.columns().stream().map(MoneyTable.Column::code).toList()));
        for (MoneyTable.Row row : table.rows()) {
            String cells = row.cells().stream().map(Listing::cell).collect(Collectors.joining(" "));
            lines.add("  " + row.code() + " " + row.label().ja() + " " + cells);
        }
        table.notes().forEach(n -> lines.add("  note " + n.ja()));
        return lines;
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> Long.toString(millions);
            case Cell.Nil nil -> "nil";
            case Cell.Blank blank -> "blank";
        };
    }

    private static Map<TableCheck.Verdict, Long> verdicts(ReadingResult.Read read) {
        return new TreeMap<>(TableAuditCommand.auditor().check(read.tables()).stream()
                .collect(Collectors.groupingBy(TableCheck::verdict, Collectors.counting())));
    }

    private static String doubt(Doubt doubt) {
        return "doubt %d %s %s"
                .formatted(doubt.line(), doubt.kind(), doubt.what().en());
    }
}
