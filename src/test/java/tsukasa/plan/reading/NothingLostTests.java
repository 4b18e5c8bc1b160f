package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.SharedPlan;

class NothingLostTests {
    private static final List<String> PLANS = TextSamples.PLANS;
    private static final int MUTATIONS = 60;
    private static final List<String> STRANGE = List.of(
            "（９）とばした番号",
            "【Ｘ】知らない見出し",
            "別紙９",
            "予算",
            "単位：百万円",
            "区別 金額",
            "１２３",
            "－",
            "△４５",
            "計　７",
            "|a|b|",
            "<table><tr><td>x",
            "</table>",
            "第９９　終わり",
            "Ⅹ．",
            "①",
            "a.",
            "ア",
            "12",
            "- 3 -",
            "\u0000",
            "\ud800",
            "。",
            "「閉じない",
            "〔注〕 note",
            "    ",
            "*".repeat(90),
            "備考",
            "収入",
            "再掲",
            "※注");

    @ParameterizedTest
    @FieldSource("PLANS")
    void every_line_of_every_style_is_accounted_for(String name) {
        String text = TextSamples.plan(name);
        NothingLost.check(Readings.read(text), text);
    }

    @Test
    void every_line_of_the_real_plan_is_accounted_for() {
        byte[] text = SharedPlan.text();
        NothingLost.check(Readings.read(text), new String(text, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("PLANS")
    void printing_and_reading_again_gives_the_same_tree(String name) {
        ReadingResult.Read read = Readings.read(TextSamples.plan(name));
        String printed = Readings.READER.print(read.document());
        ReadingResult.Read again = Readings.read(printed);
        assertThat(Readings.tree(again.document())).containsExactlyElementsOf(Readings.tree(read.document()));
        assertThat(again.tables()).isEqualTo(read.tables());
    }

    /// Lines dropped, doubled, swapped, cut, joined, and strange ones put between.
    @ParameterizedTest
    @FieldSource("PLANS")
    void no_line_is_lost_however_the_text_is_damaged(String name) {
        long seed = 20210401L + name.hashCode();
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = damaged(TextSamples.plan(name), random);
            switch (Readings.READER.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty())) {
                case ReadingResult.Read found -> {
                    read++;
                    String kept = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                    try {
                        NothingLost.check(found, kept);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ", damage " + i + "\n" + text, e);
                    }
                }
                case ReadingResult.Refused refused ->
                    assertThat(refused.reason().ja()).isNotBlank();
            }
        }
        assertThat(read).as("damaged texts that still are plans, seed " + seed).isGreaterThan(MUTATIONS / 2);
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(7)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), line);
                case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 3 -> lines.set(at, line + lines.get(random.nextInt(lines.size())));
                case 4 -> lines.set(at, STRANGE.get(random.nextInt(STRANGE.size())) + line);
                default -> lines.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
            }
        }
        return String.join(random.nextInt(4) == 0 ? "\r\n" : "\n", lines);
    }
}
