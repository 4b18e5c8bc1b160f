package tsukasa.scoring.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssReading.Read;
import tsukasa.scoring.CvssReading.Refused;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricExplanation;
import tsukasa.scoring.MetricGroup;

class VectorReaderTests {
    private static final String GOOD = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N";
    private final VectorReader reader = new VectorReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "(AV:N/AC:L/Au:N/C:P/I:P/A:P)",
                "CVSS2#AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "  AV:N/AC:L/Au:N/C:P/I:P/A:P\r\n",
                "Au:N/AV:N/A:P/AC:L/C:P/I:P",
                "AV:N/AC:L/Au:N/C:P/I:P/A:P/E:ND/RL:ND/RC:ND",
            })
    void version_2_is_read_however_the_field_writes_it(String written) {
        assertThat(text(written)).isEqualTo("AV:N/AC:L/Au:N/C:P/I:P/A:P");
    }

    @Test
    void a_group_of_2_0_is_written_whole_as_its_specification_asks() {
        assertThat(text("AV:N/AC:L/Au:N/C:P/I:P/A:P/RL:OF")).isEqualTo("AV:N/AC:L/Au:N/C:P/I:P/A:P/E:ND/RL:OF/RC:ND");
    }

    @Test
    void the_canonical_text_is_in_order_and_leaves_out_what_is_not_defined() {
        assertThat(text("CVSS:3.0/S:U/AV:N/AC:L/PR:L/UI:N/A:N/C:H/I:L/MAV:X/RC:C/E:P"))
                .isEqualTo("CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N/E:P/RC:C");
    }

    @Test
    void a_vector_of_4_0_out_of_order_is_put_in_order_or_refused_by_whoever_checks() {
        String mixed = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/U:Red/E:A";
        assertThat(text(mixed)).endsWith("/SA:N/E:A/U:Red");
        Refused refused = (Refused) reader.readInOrder(mixed);
        assertThat(refused.piece()).isEqualTo("E:A");
        assertThat(refused.position()).isEqualTo(mixed.indexOf("E:A") + 1);
        assertThat(reader.readInOrder(text(mixed))).isInstanceOf(Read.class);
    }

    @Test
    void a_version_said_beside_the_vector_counts_unless_the_vector_says_another() {
        String bare = "AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N";
        assertThat(((Read) reader.read(bare, CvssVersion.V3_1)).vector().text()).isEqualTo(GOOD);
        assertThat(((Read) reader.read(GOOD, CvssVersion.V3_0)).vector().version())
                .isEqualTo(CvssVersion.V3_1);
        Refused refused = (Refused) reader.read(bare);
        assertThat(refused.why().en()).contains("PR").contains("3.0, 3.1, 4.0");
        assertThat(((Refused) reader.read("AV:N/AC:Q", CvssVersion.V3_1)).position())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N/AV:N | 46 | AV:N | twice",
                "CVSS:3.1/AV:N/AC:L/XX:L/UI:N/S:U/C:H/I:L/A:N | 20 | XX | no metric",
                "CVSS:3.1/AV:Z/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 10 | AV:Z | N, A, L, P",
                "CVSS:3.1/av:n/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 10 | av | write “AV”",
                "cvss:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 1 | cvss:3.1 | no version",
                "CVSS:5.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 1 | CVSS:5.0 | no version",
                "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L | 0 | '' | Availability (A)",
                "CVSS:3.1/ | 0 | '' | Attack vector (AV)",
                "CVSS:3.1/AV:N//AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 15 | / | no metric beside",
                "CVSS:3.1/AV/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N | 10 | AV | a metric and a value",
                "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N: | 42 | A:N: | no value",
                "(AV:N/AC:L/Au:N/C:P/I:P/A:P | 1 | ( | bracket",
                "CVSS:3.1/AV：N/AC:L | 12 | U+FF1A | plain letters",
                "CVSS:3.1/AV:N AC:L | 14 | U+0020 | plain letters",
            })
    void what_would_have_to_be_guessed_is_refused_with_what_and_where(
            String written, int position, String piece, String words) {
        Refused refused = (Refused) reader.read(written);
        assertThat(refused.position()).isEqualTo(position);
        assertThat(refused.piece()).isEqualTo(piece);
        assertThat(refused.why().en()).contains(words);
    }

    @Test
    void hostile_input_ends_quickly_and_is_not_given_back() {
        assertThat(refusal("")).contains("no vector");
        assertThat(refusal(" \n\t ")).contains("no vector");
        assertThat(refusal("A".repeat(5_000_000))).contains("too long");
        assertThat(refusal(GOOD + "/E:".repeat(1_000_000))).contains("too long");
        assertThat(refusal(GOOD + "\u0000")).contains("U+0000");
        assertThat(refusal("CVSS:3.1/AV:N\u202E/AC:L")).contains("U+202E");
        assertThat(refusal("CVSS:3.1/" + "x".repeat(200) + ":N").length()).isLessThan(200);
    }

    @Test
    void every_metric_is_said_in_words_with_its_group() {
        Read read = (Read) reader.read(GOOD + "/E:F/MAV:L");
        assertThat(reader.explain(read.vector()))
                .extracting(
                        each -> each.metric().group(),
                        each -> each.metric().name().ja(),
                        each -> each.value().name().ja())
                .contains(
                        org.assertj.core.api.Assertions.tuple(MetricGroup.BASE, "攻撃元区分", "ネットワーク"),
                        org.assertj.core.api.Assertions.tuple(MetricGroup.TEMPORAL, "攻撃される可能性", "攻撃可能"),
                        org.assertj.core.api.Assertions.tuple(MetricGroup.ENVIRONMENTAL, "緩和策後の攻撃元区分", "ローカル"))
                .hasSize(10);
        assertThat(reader.explain(read.vector()))
                .extracting(MetricExplanation::value)
                .allSatisfy(value -> assertThat(value.meaning().ja()).endsWith("。"));
    }

    @Test
    void the_picture_has_each_metric_once_with_one_chosen_value_and_the_needle_at_the_overall_score() {
        Read read = (Read) reader.read(GOOD);
        ScorePicture picture = reader.picture(read.vector(), read.scores());
        assertThat(picture.tenths()).isEqualTo(71);
        assertThat(picture.word().en()).isEqualTo("High");
        assertThat(picture.bands()).extracting(ScorePicture.Band::from).containsExactly(0, 40, 70, 90);
        assertThat(picture.groups()).hasSize(1);
        assertThat(picture.groups().getFirst().rows())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.choices().stream().filter(ScorePicture.Choice::chosen))
                        .hasSize(1));
        assertThat(picture.bar(tsukasa.kernel.Language.EN).message()).isEqualTo("CVSS 3.1 score 7.1 of 10, High");
    }

    private String text(String written) {
        CvssReading reading = reader.read(written);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).vector().text();
    }

    private String refusal(String written) {
        return ((Refused) reader.read(written)).why().en();
    }
}
