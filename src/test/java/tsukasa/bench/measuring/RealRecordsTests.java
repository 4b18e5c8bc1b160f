package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealRecordsTests {
    private static final int ITEMS = 600;

    private static void file(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("{\"CVE_data_type\":\"CVE\",\"other\":{\"CVE\":[1]},\"CVE_Items\":[");
        for (int i = 0; i < ITEMS; i++) {
            text.append(i == 0 ? "\n" : ",\n").append("""
                    {"cve":{"CVE_data_meta":{"ID":"CVE-2035-%d"}},"configurations":{"nodes":[{"cpe_match":[
                    {"vulnerable":true,"cpe23Uri":"cpe:2.3:a:maker:thing%d:1.%d:*:*:*:*:*:*:*"}]}]},
                    "impact":{"baseMetricV3":{"cvssV3":{"version":"3.0","baseScore":5.0}}},
                    "lastModifiedDate":"2035-01-01T00:00Z"}""".formatted(1000 + i, i % 20, i));
        }
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("nvdcve-1.1-2035.json.gz")))) {
            out.write(text.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode read(Path folder, int day) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("nvdcve-1.1-day-%d.json.gz".formatted(day))))) {
            return JsonMapper.shared().readTree(in).path("CVE_Items");
        }
    }

    private static long fresh(JsonNode items) {
        return items.valueStream()
                .filter(item -> item.path("cve")
                        .path("CVE_data_meta")
                        .path("ID")
                        .asString()
                        .startsWith("CVE-2021-9"))
                .count();
    }

    @Test
    void a_usual_day_looks_at_known_records_again_and_brings_a_few_new_ones(@TempDir Path folder) throws IOException {
        file(folder);
        RealRecords records = new RealRecords(folder);
        JsonNode usual = read(records.day(folder.resolve("a"), 40, 1, false), 1);
        assertThat(usual.size()).isEqualTo(40);
        assertThat(fresh(usual)).isEqualTo(2);
        assertThat(usual.valueStream()
                        .filter(item -> item.path("impact")
                                        .path("baseMetricV3")
                                        .path("cvssV3")
                                        .path("baseScore")
                                        .asDouble()
                                == 9.8)
                        .count())
                .isEqualTo(2);
        assertThat(fresh(read(records.day(folder.resolve("b"), 40, 2, true), 2)))
                .isEqualTo(40);
    }

    @Test
    void what_people_have_is_named_with_a_version_and_what_most_is_said_of_without(@TempDir Path folder)
            throws IOException {
        file(folder);
        RealRecords.Drawn drawn = new RealRecords(folder).drawn();
        assertThat(drawn.names()).isNotEmpty().allMatch(name -> name.matches("cpe:2\\.3:a:maker:thing[0-9]+:1\\..*"));
        assertThat(drawn.products()).hasSize(20).contains("cpe:2.3:a:maker:thing7:*:*:*:*:*:*:*:*");
    }
}
