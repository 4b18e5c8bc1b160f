package tsukasa.advisories.nvd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubscoresTests {
    @ParameterizedTest
    @CsvSource({
        "2.0, AV:N/AC:L/Au:N/C:C/I:C/A:C, 10.0, 10.0",
        "2.0, AV:L/AC:H/Au:M/C:N/I:N/A:P, 1.2, 2.9",
        "3.0, CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 3.9, 5.9",
        "3.1, CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N, 2.3, 2.7",
        "3.1, CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:N/I:N/A:N, 0.2, 0.0"
    })
    void the_ease_of_an_attack_and_its_cost_are_told_as_nvd_tells_them(
            String version, String vector, String ease, String impact) {
        Subscores parts = Subscores.of(version, vector).orElseThrow();
        assertThat(parts.exploitability()).isEqualTo(ease);
        assertThat(parts.impact()).isEqualTo(impact);
    }

    @Test
    void version_4_has_no_such_parts() {
        assertThat(Subscores.of("4.0", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2003", "2025"})
    void every_score_of_a_published_year_has_the_parts_that_nvd_tells(String year) throws IOException {
        Path file = Path.of("../shared/data/nvd/nvdcve-1.1-" + year + ".json.gz");
        Assumptions.assumeTrue(Files.exists(file), "the published files are not beside the repository: " + file);
        List<String> wrong = new ArrayList<>();
        int count = 0;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (JsonNode item : JsonMapper.shared().readTree(in).path("CVE_Items")) {
                for (String version : List.of("2", "3")) {
                    JsonNode metric = item.at("/impact/baseMetricV" + version);
                    if (metric.isObject()) {
                        count++;
                        compare(metric, metric.path("cvssV" + version), wrong);
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }

    private static void compare(JsonNode metric, JsonNode score, List<String> wrong) {
        Subscores parts = Subscores.of(
                        score.path("version").asString(),
                        score.path("vectorString").asString())
                .orElseThrow();
        boolean same = parts.exploitability().doubleValue()
                        == metric.path("exploitabilityScore").asDouble()
                && parts.impact().doubleValue() == metric.path("impactScore").asDouble();
        if (!same) {
            wrong.add(parts + " " + metric);
        }
    }
}
