package tsukasa.kernel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;

class ChartTests {
    private static final String HOSTILE = "\"><script>alert('x')</script>&\u0000<svg onload=1>";

    private static List<@Nullable Double> values(@Nullable Double... values) {
        return Arrays.asList(values);
    }

    private static List<Content> allKinds(List<String> labels, List<@Nullable Double> values) {
        double last = values.isEmpty() ? 0 : java.util.Objects.requireNonNullElse(values.getLast(), 0.0);
        Map<Prefecture, Double> map = new EnumMap<>(Prefecture.class);
        map.put(Prefecture.TOKYO, last);
        return List.of(
                LineChart.of(Language.JA, "m", labels, values),
                LineChart.of(Language.EN, "m", labels, values)
                        .pace(values)
                        .forecast(last, last, last)
                        .target(last),
                BarChart.of(Language.JA, "m", labels, values).target(last),
                Sparkline.of("m", values).places(12),
                Sparkline.of("m", values).asBars().within(last, last),
                YearBars.of("m", labels, values, values, List.of(true)),
                new StackedBars(Language.JA, "m", labels, List.of(stacked(1, values), stacked(0, values))),
                new Bullet("m", last, last, last, last),
                new Progress("m", last, last),
                PrefectureMap.of(Language.JA, "m", "u", map));
    }

    private static StackedBars.Part stacked(int tone, List<@Nullable Double> values) {
        return new StackedBars.Part(
                HOSTILE,
                tone,
                values.stream()
                        .map(value -> java.util.Objects.requireNonNullElse(value, 0.0))
                        .toList());
    }

    @Test
    void parts_stand_on_each_other_and_the_darkest_at_the_bottom() {
        Drawn drawn = Drawn.of(new StackedBars(
                Language.EN,
                "m",
                List.of("2021"),
                List.of(
                        new StackedBars.Part("Critical", 1, List.of(30.0)),
                        new StackedBars.Part("High", 2, List.of(70.0)))));
        List<String> tops = drawn.values("rect", "y");
        assertThat(drawn.values("rect", "class").subList(2, 4)).containsExactly("k5", "k4");
        assertThat(Double.parseDouble(tops.get(2))).isGreaterThan(Double.parseDouble(tops.get(3)));
        assertThat(drawn.markup()).contains(">100<", ">Critical<");
    }

    private static void assertDrawable(Content chart) {
        Drawn drawn = Drawn.of(chart);
        drawn.document();
        assertThat(drawn.markup())
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain("null");
        assertThat(drawn.markup()).doesNotContain(" style=").contains("role=\"img\"");
    }

    @Test
    void nothing_one_zero_negative_and_infinite_values_are_drawn_without_harm() {
        List<List<@Nullable Double>> cases = List.of(
                values(),
                values(0.0),
                values(0.0, 0.0, 0.0),
                values(5.0),
                values(5.0, 5.0),
                values((Double) null),
                values(null, 3.0, null),
                values(-4.0, -9.0),
                values(-4.0, 9.0, 0.0),
                values(Double.NaN, Double.POSITIVE_INFINITY, 2.0),
                values(1e300, 1.0),
                values(1e-12, 2e-12),
                values(9_007_199_254_740_993.0, 1.0));
        for (List<@Nullable Double> some : cases) {
            List<String> labels = new ArrayList<>();
            some.forEach(_ -> labels.add("L" + labels.size()));
            allKinds(labels, some).forEach(ChartTests::assertDrawable);
        }
    }

    @Test
    void random_values_stay_inside_the_picture() {
        long seed = 20210401;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> labels = new ArrayList<>();
            List<@Nullable Double> some = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(14); i++) {
                labels.add(i + "月");
                some.add(random.nextInt(8) == 0 ? null : random.nextGaussian() * Math.pow(10, random.nextInt(7)));
            }
            Drawn drawn = Drawn.of(LineChart.of(Language.JA, "m", labels, some).target(random.nextDouble() * 1e6));
            for (String y : drawn.values("text", "y")) {
                assertThat(Double.parseDouble(y))
                        .as("seed %d round %d", seed, round)
                        .isBetween(0.0, 380.0);
            }
            for (String x : drawn.values("circle", "cx")) {
                assertThat(Double.parseDouble(x))
                        .as("seed %d round %d", seed, round)
                        .isBetween(0.0, 1120.0);
            }
        }
    }

    @Test
    void labels_and_messages_cannot_break_out_of_the_picture() {
        Map<Prefecture, String> links = Map.of(Prefecture.TOKYO, "/x?a=1&b=\"><script>");
        List<Content> charts = List.of(
                LineChart.of(Language.JA, HOSTILE, List.of(HOSTILE, HOSTILE), values(1.0, 2.0))
                        .suffix(HOSTILE),
                BarChart.of(Language.EN, HOSTILE, List.of(HOSTILE), values(1.0)).suffix(HOSTILE),
                new Bullet(HOSTILE, 1.0, 1.0, 1.0, 2.0),
                new Progress(HOSTILE, 1.0, 2.0),
                Sparkline.of(HOSTILE, values(1.0)),
                YearBars.of(HOSTILE, List.of(HOSTILE), values(1.0), values(1.0), List.of(true)),
                PrefectureMap.of(Language.EN, HOSTILE, HOSTILE, Map.of(Prefecture.TOKYO, 1.0))
                        .addresses(links)
                        .suffix(HOSTILE));
        for (Content chart : charts) {
            Drawn drawn = Drawn.of(chart);
            drawn.document();
            assertThat(drawn.markup()).doesNotContain("<script").doesNotContain("<svg onload");
        }
    }

    @Test
    void years_stand_on_one_line_with_printed_ones_hollow_and_missing_ones_left_open() {
        Drawn drawn = Drawn.of(YearBars.of(
                "m",
                List.of("2018", "2019", "2020", "2021"),
                values(50.0, null, 100.0, 25.0),
                values(60.0, 60.0, null, 60.0),
                List.of(true, true, true, false)));
        assertThat(drawn.values("rect", "class")).containsExactly("hollow", "hollow", "act-f");
        List<String> tops = drawn.values("rect", "y");
        List<String> heights = drawn.values("rect", "height");
        for (int i = 0; i < tops.size(); i++) {
            assertThat(Double.parseDouble(tops.get(i)) + Double.parseDouble(heights.get(i)))
                    .isEqualTo(66, within(0.11));
        }
        assertThat(Double.parseDouble(heights.get(1)))
                .as("a hollow bar is as high as its value, its line included")
                .isEqualTo(48 - 0.75, within(0.11));
        assertThat(drawn.values("path", "class")).containsExactly("ax0", "goal", "goal", "goal");
    }

    @Test
    void a_line_chart_draws_a_missing_month_as_a_gap() {
        Drawn drawn =
                Drawn.of(LineChart.of(Language.JA, "m", List.of("4月", "5月", "6月", "7月"), values(1.0, null, 3.0, 4.0)));
        String path =
                drawn.values("path", "d").get(drawn.values("path", "class").indexOf("act"));
        assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
    }

    @Test
    void an_axis_that_does_not_start_at_zero_says_so() {
        List<String> months = List.of("3月", "4月");
        assertThat(Drawn.of(LineChart.of(Language.JA, "m", months, values(52_000.0, 61_284.0))
                                .target(70_000))
                        .markup())
                .contains("縦軸は50,000から");
        assertThat(Drawn.of(LineChart.of(Language.EN, "m", months, values(0.0, 61.0)))
                        .markup())
                .doesNotContain("Axis starts at");
        assertThat(Drawn.of(BarChart.of(Language.JA, "m", months, values(900.0, 950.0)))
                        .markup())
                .doesNotContain("縦軸は");
    }

    @Test
    void the_gap_to_the_pace_is_drawn_and_numbered() {
        Drawn drawn = Drawn.of(LineChart.of(Language.JA, "m", List.of("3月", "12月", "3月"), values(52_144.0, 61_284.0))
                .pace(values(52_144.0, 64_900.0, 70_000.0))
                .target(70_000));
        assertThat(drawn.markup()).contains("△3,616");
    }

    @Test
    void every_chart_comes_in_three_sizes_so_that_text_is_never_scaled() {
        Drawn drawn = Drawn.of(LineChart.of(Language.JA, "m", List.of("4月"), values(1.0)));
        assertThat(drawn.values("svg", "width")).containsExactly("1120", "688", "358");
    }

    @Test
    void a_bullet_beyond_130_percent_is_cut_and_its_forecast_becomes_an_arrow() {
        Drawn cut = Drawn.of(new Bullet("m", 186.0, 75.0, 201.0, 100));
        assertThat(cut.values("rect", "width")).containsExactly("76.15%", "99%");
        assertThat(cut.count("class=\"cut\"")).isEqualTo(1);
        assertThat(Drawn.of(new Bullet("m", 80.0, 75.0, 201.0, 100)).count("class=\"arrow\""))
                .isEqualTo(1);
    }

    @Test
    void a_bullet_whose_pace_is_the_target_shows_both_marks() {
        assertThat(Drawn.of(new Bullet("m", 53.1, 55.0, 53.1, 55)).count("class=\"cap\""))
                .isEqualTo(1);
        assertThat(Drawn.of(new Bullet("m", 10.0, 20.0, 53.1, 55)).count("class=\"cap\""))
                .isZero();
    }

    @Test
    void progress_tells_its_percentage_even_past_the_target() {
        assertThat(new Progress("m", 61_284.0, 70_000).percent()).isBetween(87.5, 87.6);
        assertThat(new Progress("m", 150.0, 100).percent()).isEqualTo(150);
        assertThat(new Progress("m", 5.0, 0).percent()).isZero();
    }

    @Test
    void the_map_has_47_tiles_of_their_own_and_outlines_those_out_of_scope() {
        Drawn drawn = Drawn.of(
                PrefectureMap.of(Language.JA, "m", "u", Map.of()).scope(Prefecture.outsideMetropolitanAreas()));
        List<String> tiles = new ArrayList<>();
        for (Prefecture prefecture : Prefecture.values()) {
            tiles.add(Tiles.column(prefecture) + "," + Tiles.row(prefecture));
        }
        assertThat(tiles).doesNotHaveDuplicates().hasSize(47);
        assertThat(drawn.values("rect", "class").stream().filter("tile out"::equals))
                .hasSize(11 + 1);
        assertThat(drawn.values("rect", "class").stream().filter("tile none"::equals))
                .hasSize(36);
    }

    @Test
    void the_map_sorts_values_into_five_classes_with_round_limits() {
        double[] values = new double[36];
        Arrays.setAll(values, i -> 546 + i * 137.3);
        MapClasses classes = MapClasses.of(values);
        assertThat(classes.limits()).hasSize(4).allMatch(limit -> limit % 10 == 0);
        assertThat(classes.shade(546)).isEqualTo(1);
        assertThat(classes.shade(values[35])).isEqualTo(5);
    }

    @Test
    void the_map_table_lists_the_prefectures_in_scope_in_the_order_of_their_codes() {
        ChartTable table = PrefectureMap.of(Language.EN, "m", "Companies", Map.of(Prefecture.HOKKAIDO, 5234.0))
                .scope(Prefecture.outsideMetropolitanAreas())
                .table("By prefecture");
        assertThat(table.rows()).hasSize(36);
        assertThat(table.rows().getFirst()).containsExactly("Hokkaido", "5,234");
        assertThat(table.rows().get(1)).containsExactly("Aomori", "－");
    }

    @Test
    void the_table_of_a_line_chart_says_what_the_picture_says() {
        ChartTable table = LineChart.of(Language.JA, "m", List.of("12月", "3月"), values(61_284.0, null))
                .pace(values(64_900.0, 70_000.0))
                .forecast(66_400, 65_300, 67_600)
                .target(70_000)
                .table("月ごと");
        assertThat(table.heads()).containsExactly("時点", "実績", "ペース", "予測", "目標");
        assertThat(table.rows())
                .containsExactly(
                        List.of("12月", "61,284", "64,900", "", ""), List.of("3月", "－", "70,000", "66,400", "70,000"));
    }
}
