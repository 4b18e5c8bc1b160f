package tsukasa.advisories.nvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
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
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class NvdApiTests {
    private static final String API = "/rest/json/cves/2.0?";
    private static final String SPRING_OF_1996 =
            "pubStartDate=1996-02-01T00:00:00.000&pubEndDate=1996-05-01T00:00:00.000%2B09:00";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MockMvc client;
    private final ExampleEntries examples;

    @Autowired
    NvdApiTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return client.perform(get(java.net.URI.create(address))).andReturn().getResponse();
    }

    private List<String> found(String question) throws Exception {
        JsonNode answer = JSON.readTree(ask(API + question).getContentAsByteArray());
        return answer.path("vulnerabilities")
                .valueStream()
                .map(each -> each.path("cve").path("id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "noRejected, 2",
        "hasKev, 1",
        "cvssV2Severity=HIGH, 1",
        "cvssV2Severity=LOW, 0",
        "cvssV2Metrics=AV:N/AC:L/Au:N/C:P/I:P/A:P, 1",
        "cvssV3Metrics=AV:N/S:U/A:H, 1",
        "cvssV3Metrics=CVSS:3.1/AV:L, 0",
        "cvssV4Metrics=VC:H/SC:N, 1",
        "cvssV3Severity=CRITICAL, 1",
        "cvssV3Severity=HIGH, 0",
        "cvssV4Severity=CRITICAL, 1",
        "cweId=CWE-79, 1",
        "cweId=CWE-89, 0",
        "cweId=NVD-CWE-noinfo, 2",
        "resultsPerPage=2, 2",
        "startIndex=2, 1",
        "startIndex=3, 0",
        "resultsPerPage=0, 0",
        "cveId=CVE-1996-7001, 1",
        "cveId=CVE-1996-79999, 0",
        "cpeName=cpe:2.3:a:kaze:kaze_web:1.5:*:*:*:*:*:*:*&isVulnerable, 1",
        "cpeName=cpe:2.3:a:kaze:kaze_web:2.0:*:*:*:*:*:*:*, 0",
        "lastModStartDate=1996-04-05T06:07:08.900Z&lastModEndDate=1996-04-05T06:07:08.900Z, 3",
        "lastModStartDate=1996-04-06T00:00:00&lastModEndDate=1996-08-01T00:00:00, 0"
    })
    void every_parameter_narrows_what_is_found(String more, int expected) throws Exception {
        assertThat(found(SPRING_OF_1996 + (more.isEmpty() ? "" : "&" + more))).hasSize(expected);
    }

    @Test
    void how_many_there_are_is_told_beside_the_page() throws Exception {
        JsonNode answer = JSON.readTree(
                ask(API + SPRING_OF_1996 + "&resultsPerPage=1&startIndex=1").getContentAsByteArray());
        assertThat(answer.path("totalResults").asInt()).isEqualTo(3);
        assertThat(answer.path("resultsPerPage").asInt()).isEqualTo(1);
        assertThat(answer.path("startIndex").asInt()).isEqualTo(1);
        assertThat(answer.path("format").asString()).isEqualTo("NVD_CVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cveId=4",
                "cveId=",
                "cpeName=nonsense",
                "cpeName=cpe:2.3:a:(a*)*$:b",
                "isVulnerable",
                "keywordExactMatch",
                "cvssV2Severity=CRITICAL",
                "cvssV3Severity=high",
                "cweId=79",
                "cvssV3Metrics=AV:Q",
                "cvssV3Metrics=CVSS:4.0/AV:N",
                "cvssV2Metrics=AV:N&cvssV4Metrics=AV:N",
                "resultsPerPage=2001",
                "resultsPerPage=-1",
                "startIndex=99999999999999999999",
                "pubStartDate=2021-01-01T00:00:00.000",
                "pubStartDate=2021-01-01T00:00:00.000&pubEndDate=2021-06-01T00:00:00.000",
                "pubStartDate=2021-02-01T00:00:00.000&pubEndDate=2021-01-01T00:00:00.000",
                "lastModStartDate=yesterday&lastModEndDate=today",
                "lastModStartDate=%2B999999999-01-01T00:00:00&lastModEndDate=%2B999999999-01-02T00:00:00",
                "hasKev=perhaps",
                "keywordSearch=%00",
                "cveID=CVE-2021-44228"
            })
    void what_cannot_be_answered_is_not_found_and_the_reason_is_in_a_header(String question) throws Exception {
        MockHttpServletResponse answer = ask(API + question);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("message")).isNotBlank().doesNotContain("\r", "\n");
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_name_with_line_breaks_is_no_parameter() throws Exception {
        MockHttpServletResponse answer = ask(API + "x%0D%0ASet-Cookie:a=b");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("message")).isNotBlank().doesNotContain("\r", "\n");
        assertThat(answer.getHeaderNames()).doesNotContain("Set-Cookie");
    }

    @Test
    void who_has_the_answer_already_is_told_so() throws Exception {
        String tag = ask(API + SPRING_OF_1996).getHeader("ETag");
        assertThat(client.perform(get(java.net.URI.create(API + SPRING_OF_1996))
                                .header("If-None-Match", String.valueOf(tag)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        assertThat(ask(API + SPRING_OF_1996 + "&hasKev").getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    void the_file_of_2002_holds_what_came_before_and_our_own_reader_reads_it_back() throws Exception {
        byte[] packed = ask("/nvd/nvdcve-2002.json.gz").getContentAsByteArray();
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        List<SourceRecord> records = ExampleEntries.read(Feed.NVD, "nvdcve-2002.json", plain);
        SourceRecord full = records.stream()
                .filter(each -> each.key().equals(ExampleEntries.FULL))
                .findFirst()
                .orElseThrow();
        assertThat(full.modified()).isEqualTo("1996-04-05T06:07:08.900Z");
        assertThat(full.scores()).extracting(ScoreClaim::tenths).containsExactlyInAnyOrder(98, 93, 75);
        assertThat(full.weaknesses()).hasSize(2);
        assertThat(full.configurations().getFirst().conditional()).isTrue();
        full.configurations().getFirst().each(match -> assertThat(match.cpe()).contains(":kaze:"));
        assertThat(full.exploitation()).isNotNull();
        assertThat(records)
                .filteredOn(each -> each.key().equals(ExampleEntries.REJECTED))
                .extracting(SourceRecord::standing)
                .containsExactly(Standing.REJECTED);
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
                .toUpperCase(Locale.ROOT);
        assertThat(ask("/nvd/nvdcve-2002.meta").getContentAsString())
                .contains("sha256:" + digest, "size:" + plain.length + "\r\n", "gzSize:" + packed.length + "\r\n");
        assertThat(ask("/nvd/nvdcve-2.0-2002.json").getContentAsByteArray()).isEqualTo(plain);
    }

    @Test
    void a_part_of_a_file_can_be_asked_for() throws Exception {
        MockHttpServletResponse part = client.perform(
                        get("/nvd/nvdcve-2002.json.gz").header("Range", "bytes=0-1"))
                .andReturn()
                .getResponse();
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsByteArray()).containsExactly(0x1f, 0x8b);
    }

    @Test
    void a_year_without_entries_has_a_file_and_a_year_to_come_has_none() throws Exception {
        assertThat(ask("/nvd/nvdcve-2003.json.gz").getStatus()).isEqualTo(200);
        for (String name : List.of("nvdcve-2001.json.gz", "nvdcve-9999.json.gz", "nvdcve-..%2f.json.gz", "x")) {
            assertThat(ask("/nvd/" + name).getStatus()).as(name).isBetween(400, 404);
        }
        assertThat(ask("/nvd/cache.properties").getContentAsString())
                .contains("prefix=nvdcve-", "lastModifiedDate.2002=1996-", "lastModifiedDate.modified=");
    }
}
