package tsukasa.advisories.nvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②")
class FormerFilesTests {
    private static final String NAME = "nvdcve-1.1-2002";
    private static final JsonMapper JSON = JsonMapper.shared();
    private final MockMvc client;
    private final ExampleEntries examples;

    @Autowired
    FormerFilesTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        MvcResult result = client.perform(get(address)).andReturn();
        return (result.getRequest().isAsyncStarted()
                        ? client.perform(asyncDispatch(result)).andReturn()
                        : result)
                .getResponse();
    }

    private byte[] plain() throws Exception {
        byte[] packed = ask("/nvd/" + NAME + ".json.gz").getContentAsByteArray();
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private JsonNode item(String cve) throws Exception {
        for (JsonNode each : JSON.readTree(plain()).path("CVE_Items")) {
            if (each.at("/cve/CVE_data_meta/ID").asString().equals(cve)) {
                return each;
            }
        }
        throw new AssertionError("not there: " + cve);
    }

    @Test
    void our_own_reader_reads_the_file_back() throws Exception {
        List<SourceRecord> records = ExampleEntries.read(Feed.NVD, NAME + ".json", plain());
        SourceRecord full = records.stream()
                .filter(each -> each.key().equals(ExampleEntries.FULL))
                .findFirst()
                .orElseThrow();
        assertThat(full.modified()).isEqualTo("1996-04-05T06:07:00Z");
        assertThat(full.scores()).extracting(ScoreClaim::tenths).containsExactly(98, 75);
        assertThat(full.weaknesses()).hasSize(2);
        assertThat(full.passages()).hasSize(2);
        assertThat(full.references()).hasSize(2);
        assertThat(full.configurations()).hasSize(1);
        assertThat(full.configurations().getFirst().conditional()).isTrue();
        full.configurations().getFirst().each(match -> assertThat(match.cpe()).contains(":kaze:"));
    }

    @Test
    void what_stands_in_doubt_is_told_by_the_first_words() throws Exception {
        List<SourceRecord> records = ExampleEntries.read(Feed.NVD, NAME + ".json", plain());
        assertThat(records)
                .filteredOn(each ->
                        Set.of(ExampleEntries.BARE, ExampleEntries.REJECTED).contains(each.key()))
                .extracting(SourceRecord::standing)
                .containsExactlyInAnyOrder(Standing.DISPUTED, Standing.REJECTED);
        assertThat(item(ExampleEntries.REJECTED)
                        .at("/cve/description/description_data/0/value")
                        .asString())
                .startsWith("** REJECT **")
                .doesNotContain("** REJECT ** ** REJECT **");
    }

    @Test
    void the_head_counts_what_is_in_it() throws Exception {
        JsonNode whole = JSON.readTree(plain());
        assertThat(whole.path("CVE_data_numberOfCVEs").asString())
                .isEqualTo(String.valueOf(whole.path("CVE_Items").size()));
        assertThat(whole.path("CVE_data_timestamp").asString()).matches("[0-9-]{10}T[0-9:]{5}Z");
    }

    @Test
    void the_parts_of_a_score_stand_beside_it() throws Exception {
        JsonNode impact = item(ExampleEntries.FULL).path("impact");
        assertThat(impact.at("/baseMetricV3/exploitabilityScore").asDouble()).isEqualTo(3.9);
        assertThat(impact.at("/baseMetricV3/impactScore").asDouble()).isEqualTo(5.9);
        assertThat(impact.at("/baseMetricV2/severity").asString()).isEqualTo("HIGH");
    }

    @Test
    void the_small_file_tells_size_and_digest_of_the_large_one() throws Exception {
        byte[] plain = plain();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
                .toUpperCase(Locale.ROOT);
        assertThat(ask("/nvd/" + NAME + ".meta").getContentAsString())
                .startsWith("lastModifiedDate:")
                .contains("sha256:" + digest, "size:" + plain.length + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nvd/nvdcve-1.1-recent.json.gz",
                "/nvd/nvdcve-1.1-modified.json.gz",
                "/feeds/json/cve/1.1/nvdcve-1.1-modified.meta",
                "/feeds/json/cve/1.1/nvdcve-1.1-2024.json.gz",
                "/feeds/json/cve/2.0/nvdcve-2.0-recent.json.gz"
            })
    void files_lie_where_clients_look_for_them(String path) throws Exception {
        assertThat(ask(path).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nvd/nvdcve-1.1-2001.json.gz", "/nvd/nvdcve-1.1-2002.json.zip", "/nvd/nvdcve-1.2-2002.json.gz"})
    void another_name_is_no_file(String path) throws Exception {
        assertThat(ask(path).getStatus()).isEqualTo(404);
    }

    @Test
    void no_field_stands_where_nvd_has_none() throws Exception {
        Path file = Path.of("../shared/data/nvd/nvdcve-1.1-2003.json.gz");
        Assumptions.assumeTrue(Files.exists(file), "the published files are not beside the repository: " + file);
        Set<String> known = new TreeSet<>(
                Set.of("/configurations/nodes/negate", "/configurations/nodes/cpe_match/versionStartExcluding"));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            JSON.readTree(in).path("CVE_Items").forEach(each -> paths("", each, known));
        }
        Set<String> ours = new TreeSet<>();
        JSON.readTree(plain()).path("CVE_Items").forEach(each -> paths("", each, ours));
        assertThat(ours).isNotEmpty().isSubsetOf(known);
    }

    /// Children of nodes are nodes.
    private static void paths(String above, JsonNode node, Set<String> all) {
        if (node.isArray()) {
            node.forEach(each -> paths(above, each, all));
        }
        node.properties().forEach(each -> {
            String path = (above + "/" + each.getKey()).replace("/children/", "/");
            all.add(path);
            paths(path, each.getValue(), all);
        });
    }
}
