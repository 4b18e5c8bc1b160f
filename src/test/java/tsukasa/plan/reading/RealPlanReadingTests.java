package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Indicator.Flag;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.SharedPlan;
import tsukasa.plan.Threshold;

@Covers("前文")
class RealPlanReadingTests {
    @Test
    void all_346_headings_and_sentences_stand_at_their_places() {
        String text = new String(SharedPlan.text(), StandardCharsets.UTF_8);
        Map<Integer, Integer> nonBlank = new HashMap<>();
        SourceLine.of(text).forEach(l -> nonBlank.put(l.number(), nonBlank.size() + 1));
        List<String> found = new ArrayList<>();
        for (Node node : Readings.read(text).document().nodes()) {
            node.sentences()
                    .forEach(s -> found.add("%s\ts%d\t%d\t%s"
                            .formatted(node.place(), s.number(), nonBlank.get(node.line()), s.text())));
        }
        assertThat(found).hasSize(346).containsExactlyElementsOf(SharedPlan.sentences());
    }

    @Test
    void printing_gives_a_text_with_the_same_words_and_the_same_tree() {
        String text = new String(SharedPlan.text(), StandardCharsets.UTF_8);
        ReadingResult.Read read = Readings.read(text);
        String printed = Readings.READER.print(read.document());
        assertThat(Readings.withoutSpace(printed)).isEqualTo(Readings.withoutSpace(text));
        ReadingResult.Read again = Readings.read(printed);
        assertThat(Readings.tree(again.document())).containsExactlyElementsOf(Readings.tree(read.document()));
        assertThat(again.tables()).isEqualTo(read.tables());
        assertThat(Readings.READER.print(again.document())).isEqualTo(printed);
    }

    @Test
    void items_printed_twice_are_links() {
        Map<String, String> links = new HashMap<>();
        for (Node node : Readings.read(SharedPlan.text()).document().nodes()) {
            node.repeats().ifPresent(first -> links.put(node.place().value(), first.value()));
        }
        assertThat(links)
                .isEqualTo(Map.of(
                        "Ⅰ-3-(1-1)-③", "Ⅰ-1-(3)-②-d",
                        "Ⅰ-3-(1-2)-①", "Ⅰ-1-(3)-③",
                        "Ⅰ-3-(1-2)-①-a", "Ⅰ-1-(3)-③-a",
                        "Ⅰ-3-(1-2)-①-b", "Ⅰ-1-(3)-③-b",
                        "Ⅸ-2-(1)-⑥", "Ⅱ-1-(2)-③"));
    }

    @Test
    void all_15_indicators_have_their_17_targets_and_their_flags() {
        List<String> expected = new ArrayList<>();
        for (Map<String, Object> indicator : SharedPlan.maps(SharedPlan.figures(), "indicators")) {
            expected.add(indicator(indicator));
        }
        List<String> found = Readings.read(SharedPlan.text()).indicators().stream()
                .map(RealPlanReadingTests::indicator)
                .toList();
        assertThat(found).hasSize(15).containsExactlyElementsOf(expected);
        assertThat(Readings.read(SharedPlan.text()).indicators().stream()
                        .mapToInt(i -> i.targets().size())
                        .sum())
                .isEqualTo(17);
    }

    private static String indicator(FoundIndicator indicator) {
        return "%d %s %s %s %s %s"
                .formatted(
                        indicator.line(),
                        indicator.place().value().replaceAll("-KPI-", "【評価指標】"),
                        indicator.title(),
                        indicator.flags().stream().sorted().toList(),
                        indicator.targets().stream()
                                .map(t -> sign(t) + t.value() + " " + t.unit())
                                .toList(),
                        indicator.references().size());
    }

    private static String sign(Target target) {
        return target.comparator() == Threshold.Comparator.AT_LEAST ? ">=" : "<=";
    }

    private static String indicator(Map<String, Object> indicator) {
        Map<String, Object> flags = SharedPlan.map(indicator, "flags");
        List<Flag> set = new ArrayList<>();
        addIf(set, flags, "core_goal", Flag.CORE_GOAL);
        addIf(set, flags, "importance_high", Flag.HIGH_IMPORTANCE);
        addIf(set, flags, "priority_high", Flag.HIGH_PRIORITY);
        addIf(set, flags, "difficulty_high", Flag.HIGH_DIFFICULTY);
        List<String> targets = new ArrayList<>();
        long references = indicator.containsKey("references") ? 1 : 0;
        for (Map<String, Object> measure : SharedPlan.maps(indicator, "measures")) {
            Object target = SharedPlan.value(measure, "target");
            Fraction value = Fraction.parse(
                    target instanceof Map<?, ?> fraction
                            ? String.valueOf(fraction.get("fraction"))
                            : target.toString());
            String unit = SharedPlan.text(measure, "unit").replaceAll("^[^/]*/?", "");
            targets.add(SharedPlan.text(measure, "comparator") + value + " " + unit);
            references += measure.containsKey("baseline") ? 1 : 0;
        }
        return "%d %s %s %s %s %d"
                .formatted(
                        (Integer) SharedPlan.value(indicator, "seed_line"),
                        SharedPlan.text(indicator, "place"),
                        SharedPlan.text(indicator, "name_ja"),
                        set,
                        targets,
                        references);
    }

    private static void addIf(List<Flag> set, Map<String, Object> flags, String key, Flag flag) {
        if (Boolean.TRUE.equals(flags.get(key))) {
            set.add(flag);
        }
    }

    @Test
    void all_342_cells_of_the_15_tables_stand_in_place() {
        List<MoneyTable> found = Readings.read(SharedPlan.text()).tables();
        List<MoneyTable> expected = SharedPlan.tables();
        assertThat(found).hasSameSizeAs(expected);
        assertThat(found.stream().mapToLong(MoneyTable::printedCells).sum()).isEqualTo(342);
        for (int i = 0; i < found.size(); i++) {
            MoneyTable table = found.get(i);
            MoneyTable figures = expected.get(i);
            assertThat(List.of(table.id(), table.kind(), table.account()))
                    .isEqualTo(List.of(figures.id(), figures.kind(), figures.account()));
            assertThat(cells(table)).containsExactlyInAnyOrderEntriesOf(cells(figures));
        }
    }

    private static Map<String, Cell> cells(MoneyTable table) {
        Map<String, Cell> cells = new HashMap<>();
        for (MoneyTable.Row row : table.rows()) {
            for (MoneyTable.Column column : table.columns()) {
                Optional<Cell> cell = table.cell(row.code(), column.code());
                cell.filter(c -> !(c instanceof Cell.Blank))
                        .ifPresent(c -> cells.put(row.code() + " " + row.label().ja() + " " + column.code(), c));
            }
        }
        return cells;
    }

    @Test
    void it_is_read_well_within_a_second() {
        byte[] text = SharedPlan.text();
        Readings.read(text);
        long start = System.nanoTime();
        Readings.read(text);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1_000);
    }
}
