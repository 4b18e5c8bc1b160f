package tsukasa.scoring.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssScores;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.Severity;

/// Weaknesses that everybody knows, with the scores that were published for them.
class PublishedScoreTests {
    private final VectorReader reader = new VectorReader();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Heartbleed in 2.0, AV:N/AC:L/Au:N/C:P/I:N/A:N, 5.0, MEDIUM",
        "Heartbleed in 3.1, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5, HIGH",
        "Shellshock in 2.0, AV:N/AC:L/Au:N/C:C/I:C/A:C, 10.0, HIGH",
        "Log4Shell, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0, CRITICAL",
        "EternalBlue, CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H, 8.1, HIGH",
        "POODLE in 3.1, CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1, LOW",
        "reflected scripting, CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1, MEDIUM",
        "nothing is lost, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0, NONE",
        "all is lost in 4.0, CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 10.0, CRITICAL",
        "the usual worst of 4.0, CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 9.3, CRITICAL",
        "nothing is lost in 4.0, CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N, 0.0, NONE",
    })
    void the_base_score_is_the_published_one(String name, String vector, BigDecimal score, Severity severity) {
        CvssScore base = scores(vector).base();
        assertThat(base.value()).isEqualTo(score);
        assertThat(base.severity()).isEqualTo(severity);
    }

    /// The worked examples of the Complete Guide to CVSS 2.0, section 3.3.
    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H, 7.8, 6.4, 9.2",
        "AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L, 10.0, 8.3, 9.0",
        "AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:M, 6.2, 4.9, 7.5",
    })
    void the_examples_of_the_guide_to_2_0_come_out_as_printed(
            String vector, BigDecimal base, BigDecimal temporal, BigDecimal environmental) {
        CvssScores scores = scores(vector);
        assertThat(scores.base().value()).isEqualTo(base);
        assertThat(scores.temporal().map(CvssScore::value)).contains(temporal);
        assertThat(scores.environmental().map(CvssScore::value)).contains(environmental);
        assertThat(scores.overall().value()).isEqualTo(environmental);
    }

    @Test
    void a_group_that_is_not_defined_has_no_score() {
        CvssScores scores = scores("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X/CR:X");
        assertThat(scores.temporal()).isEmpty();
        assertThat(scores.environmental()).isEmpty();
        assertThat(scores.overall()).isEqualTo(scores.base());
    }

    @Test
    void half_a_tenth_counts_up_in_4_0() {
        assertThat(scores("CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:A/VC:N/VI:N/VA:L/SC:H/SI:H/SA:H")
                        .base()
                        .value())
                .isEqualTo("5.0");
    }

    @Test
    void a_score_of_4_0_is_called_by_what_went_into_it() {
        String base = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
        assertThat(scores(base).nomenclature()).isEqualTo("CVSS-B");
        assertThat(scores(base + "/E:U").nomenclature()).isEqualTo("CVSS-BT");
        assertThat(scores(base + "/CR:L").nomenclature()).isEqualTo("CVSS-BE");
        assertThat(scores(base + "/E:U/CR:L").nomenclature()).isEqualTo("CVSS-BTE");
        assertThat(scores(base + "/U:Red")).isEqualTo(scores(base));
    }

    /// NVD rates 2.0 in three degrees; JVN iPedia calls them 注意, 警告, 危険.
    @Test
    void severity_is_rated_as_each_version_is_rated() {
        assertThat(CvssVersion.V2_0.severity(0)).isEqualTo(Severity.LOW);
        assertThat(CvssVersion.V2_0.severity(100)).isEqualTo(Severity.HIGH);
        assertThat(CvssVersion.V2_0.word(Severity.HIGH).ja()).isEqualTo("危険");
        assertThat(CvssVersion.V3_1.severity(0)).isEqualTo(Severity.NONE);
        assertThat(CvssVersion.V3_1.severity(39)).isEqualTo(Severity.LOW);
        assertThat(CvssVersion.V3_1.severity(89)).isEqualTo(Severity.HIGH);
        assertThat(CvssVersion.V4_0.word(CvssVersion.V4_0.severity(90)).ja()).isEqualTo("緊急");
        assertThat(CvssVersion.of("3.1")).isEqualTo(Optional.of(CvssVersion.V3_1));
    }

    private CvssScores scores(String vector) {
        return ((CvssReading.Read) reader.read(vector)).scores();
    }
}
