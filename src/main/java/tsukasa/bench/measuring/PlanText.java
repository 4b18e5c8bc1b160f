package tsukasa.bench.measuring;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// The text of a plan made from our own package: as many numbered items and as many tables as a real one.
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        String items = plan.items().stream().map(PlanText::item).collect(Collectors.joining("\n"));
        String tables = plan.tables().stream().map(PlanText::table).collect(Collectors.joining("\n"));
        return plan.agency().ja() + plan.title().ja() + "\n\n"
                + plan.legalBasis().ja() + "\n\n" + items + "\n\n" + tables;
    }

    private static String item(PlanItem item) {
        String said = item.title().ja();
        String outcome = item.outcome().map(o -> o.ja() + "。").orElse("");
        boolean heading = item.level() != PlanItem.Level.MEASURE;
        return marker(item.place().value()) + said + (heading ? "" : "に取り組み、その結果を公表する。" + outcome) + "\n";
    }

    /// `Ⅰ-1-(1-2)-②-a` is printed as its last step, `a.`
    private static String marker(String place) {
        int end = place.length();
        int depth = 0;
        int begin = 0;
        for (int i = end - 1; i > 0; i--) {
            char c = place.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (c == '-' && depth == 0) {
                begin = i + 1;
                break;
            }
        }
        String step = place.substring(begin, end);
        if (step.startsWith("(")) {
            return wide(step);
        }
        return switch (Character.getType(step.charAt(0))) {
            case Character.DECIMAL_DIGIT_NUMBER -> wide(step) + "．";
            case Character.LETTER_NUMBER -> step + "．";
            case Character.LOWERCASE_LETTER -> step + ". ";
            default -> step + " ";
        };
    }

    private static String wide(String step) {
        return step.chars()
                .mapToObj(c -> String.valueOf((char) (c > ' ' && c < 0x7f ? c - '!' + '！' : c)))
                .collect(Collectors.joining());
    }

    private static String table(MoneyTable table) {
        List<String> lines = table.rows().stream()
                .map(row -> row.label().ja() + " "
                        + row.cells().stream().map(PlanText::cell).collect(Collectors.joining(" ")))
                .toList();
        String heads = table.columns().stream().map(c -> c.title().ja()).collect(Collectors.joining(" "));
        return "（別紙" + wide(table.id()) + "）\n" + table.title().ja() + "\n（単位：百万円）\n区分 " + heads + "\n"
                + String.join("\n", lines) + "\n";
    }

    private static String cell(MoneyTable.Cell cell) {
        return switch (cell) {
            case MoneyTable.Cell.Figure(long millions) ->
                (millions < 0 ? "△" : "")
                        + Normalizer.normalize("%,d".formatted(Math.abs(millions)), Normalizer.Form.NFKC);
            case MoneyTable.Cell.Nil _ -> "－";
            case MoneyTable.Cell.Blank _ -> "";
        };
    }
}
