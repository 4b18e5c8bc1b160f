package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tsukasa.kernel.Fraction;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Column;
import tsukasa.plan.MoneyTable.Row;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;
import tsukasa.plan.Threshold.Comparator;

/// Compares the package with the source it was made from, where that is at hand.
class Fy2021SourceTests {
    private static final Path SHARED =
            Path.of(System.getProperty("tsukasa.shared", "../shared")).resolve("plan");
    private static final Plan PLAN = PackageFolders.fy2021();

    @Test
    void every_place_of_the_plan_is_an_item_in_the_order_of_the_document() throws IOException {
        List<String> places = source("sentences.tsv")
                .lines()
                .map(line -> line.split("\t", 2)[0])
                .distinct()
                .toList();
        assertThat(PLAN.items().stream()
                        .map(i -> i.place().value())
                        .filter(place -> !place.startsWith("別紙"))
                        .toList())
                .containsExactlyElementsOf(places);
    }

    @Test
    void every_threshold_has_the_target_of_the_plan() throws IOException {
        List<String> stated = new ArrayList<>();
        for (Map<?, ?> indicator : maps(figures().get("indicators"))) {
            for (Map<?, ?> measure : maps(indicator.get("measures"))) {
                stated.add(measure.get("id") + " " + measure.get("comparator") + " " + target(measure));
            }
        }
        assertThat(PLAN.thresholds()).extracting(Fy2021SourceTests::stated).containsExactlyElementsOf(stated);
    }

    @Test
    void every_other_target_has_the_value_and_the_places_of_the_plan() throws IOException {
        List<String> stated = maps(figures().get("other_targets")).stream()
                .map(t -> t.get("id") + " " + t.get("comparator") + " " + t.get("value") + " " + t.get("place"))
                .toList();
        assertThat(PLAN.targets()).extracting(Fy2021SourceTests::stated).containsExactlyElementsOf(stated);
    }

    @Test
    void every_cell_of_every_table_is_the_cell_of_the_plan() throws IOException {
        List<String> stated = new ArrayList<>();
        for (Map<?, ?> table : maps(map(figures().get("finance")).get("tables"))) {
            for (Map<?, ?> row : maps(table.get("rows"))) {
                for (Object column : list(table.get("columns"))) {
                    stated.add(String.join(
                            " ",
                            String.valueOf(table.get("id")).substring(2),
                            String.valueOf(table.get("account")),
                            String.valueOf(row.get("code")),
                            String.valueOf(row.get("label_ja")),
                            String.valueOf(column),
                            cell(row, column)));
                }
            }
        }
        assertThat(PLAN.tables().stream().flatMap(Fy2021SourceTests::cells)).containsExactlyElementsOf(stated);
    }

    @Test
    void the_words_of_the_package_are_not_those_of_the_plan() throws IOException {
        Set<String> runs = new HashSet<>();
        String text = plain(source("annual-plan-fy2021.txt"));
        for (int i = 0; i + RUN <= text.length(); i++) {
            runs.add(text.substring(i, i + RUN));
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/plans/fy2021"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String ours = plain(Files.readString(file));
                assertThat(IntStream.rangeClosed(0, ours.length() - RUN)
                                .mapToObj(i -> ours.substring(i, i + RUN))
                                .filter(runs::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    /// Longer than any official name of a scheme or a guideline.
    private static final int RUN = 28;

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static String stated(Threshold threshold) {
        return threshold.id() + " " + (threshold.comparator() == Comparator.AT_LEAST ? ">=" : "?") + " "
                + threshold.target();
    }

    private static String stated(OtherTarget target) {
        return target.id() + " " + target.comparator() + " " + target.value() + " "
                + String.join(
                        ", ", target.places().stream().map(Object::toString).toList());
    }

    private static String target(Map<?, ?> measure) {
        Object target = measure.get("target");
        if (target instanceof Map<?, ?> fraction) {
            return String.valueOf(fraction.get("fraction"));
        }
        Fraction value = Fraction.parse(String.valueOf(target));
        return String.valueOf(measure.get("unit")).startsWith("percent")
                ? value.dividedBy(Fraction.of(100)).toString()
                : value.toString();
    }

    private static Stream<String> cells(MoneyTable table) {
        return table.rows().stream().flatMap(row -> table.columns().stream().map(column -> cell(table, row, column)));
    }

    private static String cell(MoneyTable table, Row row, Column column) {
        String value = switch (table.cell(row.code(), column.code()).orElseThrow()) {
            case Cell.Figure(long millions) -> String.valueOf(millions);
            case Cell.Nil _ -> "nil";
            case Cell.Blank _ -> "blank";
        };
        return String.join(
                " ", table.id(), table.account(), row.code(), row.label().ja(), column.code(), value);
    }

    private static String cell(Map<?, ?> row, Object column) {
        if (Boolean.TRUE.equals(row.get("blank_heading"))) {
            return "blank";
        }
        Object value = map(row.get("values")).get(column);
        return value == null ? "nil" : value.toString();
    }

    private static List<Map<?, ?>> maps(@Nullable Object elements) {
        List<Map<?, ?>> maps = new ArrayList<>();
        list(elements).forEach(element -> maps.add(map(element)));
        return maps;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> figures() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(source("plan-figures.yaml"));
    }

    private static String source(String file) throws IOException {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.exists(path), "the source of the plan is not at hand: " + path);
        return Files.readString(path);
    }
}
