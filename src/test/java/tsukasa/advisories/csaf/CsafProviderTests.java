package tsukasa.advisories.csaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.kernel.Settings;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.SourceRecord;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class CsafProviderTests {
    private static final String FULL = "/1996/jvndb-1996-770001.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MockMvc client;
    private final ExampleEntries examples;
    private final Settings settings;

    @Autowired
    CsafProviderTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database, Settings settings) {
        this.client = client;
        this.examples = new ExampleEntries(database);
        this.settings = settings;
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return client.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private byte[] bytes(String address) throws Exception {
        MockHttpServletResponse answer = ask(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    private String text(String address) throws Exception {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    private JsonNode json(String address) throws Exception {
        return JSON.readTree(bytes(address));
    }

    @ParameterizedTest
    @CsvSource({"white, 2.0, WHITE", "clear, 2.1, CLEAR"})
    void an_entry_with_products_is_a_security_advisory(String folder, String version, String label) throws Exception {
        JsonNode document = json("/csaf/" + folder + FULL);
        JsonNode about = document.path("document");
        assertThat(about.path("category").asString()).isEqualTo("csaf_security_advisory");
        assertThat(about.path("csaf_version").asString()).isEqualTo(version);
        assertThat(about.at("/distribution/tlp/label").asString()).isEqualTo(label);
        assertThat(about.at("/tracking/initial_release_date").asString()).isEqualTo("1996-03-01T00:00:00Z");
        assertThat(about.at("/tracking/current_release_date").asString()).isEqualTo("1996-04-05T06:07:08.900Z");
        assertThat(about.at("/tracking/version").asString())
                .isEqualTo(String.valueOf(about.at("/tracking/revision_history").size()));
        JsonNode one = document.at("/vulnerabilities/0");
        assertThat(one.path("cve").asString()).isEqualTo(ExampleEntries.FULL);
        assertThat(one.at("/product_status/known_affected")).hasSize(2);
        assertThat(one.at("/remediations/0/details").asString()).isEqualTo("Update to 2.0.");
        assertThat(one.toString()).doesNotContain("javascript:");
        assertThat(document.path("product_tree").toString())
                .contains("vers:semver/>=1.0|<2.0", "\"0.9\"", "pkg:pypi/hirado-web", ExampleEntries.CPE);
    }

    @Test
    void the_later_edition_tells_what_was_chosen_at_the_decision_points_of_ssvc() throws Exception {
        JsonNode metrics = json("/csaf/clear" + FULL).at("/vulnerabilities/0/metrics");
        assertThat(metrics).hasSize(2);
        assertThat(metrics.at("/0/content/cvss_v4/baseScore").asDouble()).isEqualTo(9.3);
        JsonNode chosen = metrics.at("/1/content/ssvc_v2");
        assertThat(chosen.path("timestamp").asString()).isEqualTo("1996-03-01T00:00:00Z");
        assertThat(chosen.path("selections")
                        .valueStream()
                        .map(each -> each.path("key").asString()
                                + each.at("/values/0/key").asString()))
                .containsExactly("EA", "AY", "TIT");
        assertThat(json("/csaf/white" + FULL).toString()).doesNotContain("ssvc", "cvss_v4");
    }

    @Test
    void who_found_it_is_thanked_in_both_editions() throws Exception {
        for (String folder : List.of("white", "clear")) {
            assertThat(json("/csaf/" + folder + FULL)
                            .at("/vulnerabilities/0/acknowledgments/0/summary")
                            .asString())
                    .isEqualTo("Hanako Yamada");
        }
    }

    @Test
    void without_affected_products_or_when_rejected_it_is_the_plain_document() throws Exception {
        for (int id : List.of(2, 3)) {
            JsonNode document =
                    json("/csaf/white/1996/" + ExampleEntries.number(id).toLowerCase(Locale.ROOT) + ".json");
            assertThat(document.at("/document/category").asString()).isEqualTo("csaf_base");
            assertThat(document.has("product_tree")).isFalse();
        }
    }

    @Test
    void our_own_reader_reads_it_back() throws Exception {
        SourceRecord record = ExampleEntries.read(Feed.CSAF, "a.json", bytes("/csaf/white" + FULL))
                .getFirst();
        assertThat(record.scores()).extracting(score -> score.tenths()).contains(98, 75);
        assertThat(record.weaknesses()).extracting(weakness -> weakness.cwe()).containsExactly("CWE-79");
        assertThat(record.products()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csaf_2.0/json_schema/csaf_json_schema.json, white", "csaf_2.1/json_schema/csaf.json, clear"})
    void documents_are_valid_by_the_published_schema(String schema, String folder) throws Exception {
        for (int id : List.of(1, 2, 3)) {
            String file = ExampleEntries.number(id).toLowerCase(Locale.ROOT) + ".json";
            assertThat(CsafSchemas.wrong(schema, text("/csaf/" + folder + "/1996/" + file)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "csaf_2.0/json_schema/provider_json_schema.json, /.well-known/csaf/provider-metadata.json",
        "csaf_2.1/json_schema/provider.json, /csaf/v2.1/provider-metadata.json"
    })
    void the_metadata_are_valid_where_the_platform_is_reached_by_https(String schema, String address) throws Exception {
        String metadata = text(address).replace("http://localhost", "https://localhost");
        assertThat(CsafSchemas.wrong(schema, metadata)).isEmpty();
        assertThat(metadata).contains("csaf_trusted_provider", "-1996.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"white", "clear"})
    void hashes_and_signature_are_of_the_bytes_that_are_handed_out(String folder) throws Exception {
        String address = "/csaf/" + folder + FULL;
        byte[] document = bytes(address);
        for (String algorithm : List.of("SHA-256", "SHA-512")) {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(document));
            assertThat(text(address + "." + algorithm.replace("-", "").toLowerCase(Locale.ROOT)))
                    .isEqualTo(digest + "  jvndb-1996-770001.json\n");
        }
        byte[] signature = bytes(address + ".asc");
        assertThat(signed(document, signature)).isTrue();
        document[document.length - 2]++;
        assertThat(signed(document, signature)).isFalse();
    }

    private boolean signed(byte[] document, byte[] armored) throws Exception {
        PGPPublicKey key = key();
        PGPSignatureList list = (PGPSignatureList)
                new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))).nextObject();
        PGPSignature signature = list.get(0);
        signature.init(new BcPGPContentVerifierBuilderProvider(), key);
        signature.update(document);
        return signature.verify();
    }

    private PGPPublicKey key() throws Exception {
        return new PGPPublicKeyRing(
                        PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes("/csaf/openpgp.asc"))),
                        new BcKeyFingerprintCalculator())
                .getPublicKey();
    }

    @Test
    void the_fingerprint_that_is_told_is_that_of_the_key() throws Exception {
        assertThat(json("/.well-known/csaf/provider-metadata.json")
                        .at("/public_openpgp_keys/0/fingerprint")
                        .asString())
                .isEqualToIgnoringCase(HexFormat.of().formatHex(key().getFingerprint()));
    }

    @Test
    void the_key_is_for_its_owner_alone() throws Exception {
        bytes("/csaf/openpgp.asc");
        Path keys = settings.dataDir().resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("advisories.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void lists_lead_to_every_document_and_tell_when_it_changed() throws Exception {
        JsonNode feed = json("/csaf/feed-tlp-white-1996.json").path("feed");
        JsonNode entry = feed.path("entry")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(ExampleEntries.number(1)))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("updated").asString()).isEqualTo("1996-04-05T06:07:08.900Z");
        assertThat(entry.path("link")).hasSize(4);
        assertThat(entry.at("/link/3/href").asString()).endsWith("/csaf/white" + FULL + ".asc");
        assertThat(text("/csaf/white/index.txt").lines()).contains(FULL.substring(1));
        assertThat(text("/csaf/white/changes.csv").lines())
                .contains("\"" + FULL.substring(1) + "\",\"1996-04-05T06:07:08.900Z\"");
        assertThat(text("/csaf/clear/")).contains("href=\"1996/\"");
        assertThat(text("/csaf/clear/1996/")).contains("href=\"jvndb-1996-770001.json.sha512\"");
        assertThat(json("/csaf/service.json").toString()).contains("/csaf/feed-tlp-clear-1996.json");
    }

    @Test
    void changes_come_with_the_latest_first() throws Exception {
        List<String> dates = text("/csaf/white/changes.csv")
                .lines()
                .map(line -> java.time.Instant.parse(line.substring(line.lastIndexOf(',') + 2, line.length() - 1)))
                .map(String::valueOf)
                .toList();
        assertThat(dates.stream().map(java.time.Instant::parse).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void who_takes_gzip_gets_it_and_who_does_not_gets_the_same_content() throws Exception {
        MockHttpServletResponse packed = client.perform(
                        get("/csaf/white/index.txt").header("Accept-Encoding", "gzip"))
                .andReturn()
                .getResponse();
        assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var in = new java.util.zip.GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("/csaf/white/index.txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/csaf/white/1997/jvndb-1996-770001.json",
                "/csaf/white/1996/JVNDB-1996-770001.json",
                "/csaf/white/1996/jvndb-1996-770001.json.md5",
                "/csaf/white/1996/jvndb-1996-779999.json",
                "/csaf/white/1996/..%2f..%2fkeys%2fadvisories.key",
                "/csaf/red/1996/jvndb-1996-770001.json",
                "/csaf/red/",
                "/csaf/white/1800/",
                "/csaf/white/19960/",
                "/csaf/feed-tlp-white-1800.json",
                "/csaf/feed-tlp-red.json",
                "/csaf/white/secret.txt"
            })
    void what_does_not_exist_is_not_found(String address) throws Exception {
        assertThat(ask(address).getStatus()).isBetween(400, 404);
    }
}
