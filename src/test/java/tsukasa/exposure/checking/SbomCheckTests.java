package tsukasa.exposure.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.testing.OwnersDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class SbomCheckTests {
    private static final String SECRET = "himitsu-no-buhin";
    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 1,
             "components": [
               {"type": "library", "bom-ref": "h", "name": "hoshi", "version": "1.2", "purl": "pkg:npm/hoshi-check@1.2"},
               {"type": "library", "bom-ref": "t", "name": "tsuki", "version": "3.0", "purl": "pkg:npm/tsuki-check@3.0"},
               {"type": "library", "name": "himitsu-no-buhin", "version": "1"},
               {"type": "library", "name": "nobody", "version": "1", "purl": "pkg:npm/nobody-knows@1"},
               {"type": "library", "name": "broken", "version": "1", "purl": "npm:broken"}]%s}
            """;
    private static final String VEX = """
            , "vulnerabilities": [{"id": "CVE-2026-8801", "affects": [{"ref": "h"}],
              "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "<b>never</b> called"}}]
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MockMvc browser;
    private final JdbcClient database;

    @Autowired
    SbomCheckTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    @BeforeEach
    void three_entries_about_two_packages() {
        CheckExample.in(database)
                .entry(880_001, "CVE-2026-8801", 98, "2026-02-01", "pkg:npm/hoshi-check", "0", "2.0")
                .entry(880_002, "CVE-2026-8802", 55, null, "pkg:npm/hoshi-check", "1.0", "1.5")
                .entry(880_003, "CVE-2026-8803", 75, null, "pkg:npm/tsuki-check", "0", "2.9");
    }

    private static String bom(String more) {
        return BOM.formatted(more);
    }

    private MockHttpServletResponse done(RequestBuilder request) throws Exception {
        MvcResult result = browser.perform(request).andReturn();
        return result.getRequest().isAsyncStarted()
                ? browser.perform(asyncDispatch(result)).andReturn().getResponse()
                : result.getResponse();
    }

    private MockHttpServletResponse api(String body, String accept) throws Exception {
        return api(body, accept, "as", "");
    }

    private MockHttpServletResponse api(String body, String accept, String parameter, String value) throws Exception {
        return done(post("/api/sbom-check")
                .queryParam(parameter, value)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(accept)
                .header("Accept-Language", "en")
                .content(body));
    }

    private JsonNode json(String body) throws Exception {
        MockHttpServletResponse answer = api(body, "application/json");
        assertThat(answer.getStatus()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> numbers(JsonNode findings) {
        return findings.valueStream()
                .map(finding -> finding.at("/vulnerability/number").asString())
                .toList();
    }

    @Test
    void findings_come_with_reason_and_fix_the_exploited_first_and_other_versions_are_ruled_out() throws Exception {
        JsonNode answer = json(bom(""));
        assertThat(numbers(answer.path("findings"))).containsExactly("CVE-2026-8801", "CVE-2026-8802");
        JsonNode first = answer.path("findings").get(0);
        assertThat(first.path("answer").asString()).isEqualTo("AFFECTED");
        assertThat(first.path("fix").asString()).isEqualTo("2.0");
        assertThat(first.at("/reason/en").asString()).contains("1.2 is within “before 2.0”");
        assertThat(first.at("/reason/ja").asString()).contains("1.2 は「2.0 より前」に入ります");
        assertThat(first.at("/vulnerability/exploitedSince").asString()).isEqualTo("2026-02-01");
        assertThat(answer.at("/counts/ruledOut").asInt()).isEqualTo(1);
        assertThat(answer.at("/counts/known").asInt()).isEqualTo(2);
    }

    @Test
    void all_findings_are_counted_of_which_only_as_many_are_listed_as_are_asked_for() throws Exception {
        JsonNode whole = json(bom(""));
        for (int most = 0; most <= 3; most++) {
            JsonNode some = JSON.readTree(api(bom(""), "application/json", "findings", String.valueOf(most))
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat(some.path("findings").size()).isEqualTo(Math.min(most, 2));
            assertThat(some.at("/counts/notListed").asInt()).isEqualTo(Math.max(0, 2 - most));
            for (String count : List.of("affected", "possibly", "ruledOut", "known", "components")) {
                assertThat(some.path("counts").path(count))
                        .isEqualTo(whole.path("counts").path(count));
            }
        }
        for (String wrong : List.of("-1", "100001", "many")) {
            assertThat(api(bom(""), "application/json", "findings", wrong).getStatus())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void components_without_an_answer_are_listed_by_the_reason() throws Exception {
        JsonNode unmatched = json(bom("")).path("unmatched");
        assertThat(unmatched
                        .valueStream()
                        .map(group -> group.path("reason").asString() + " "
                                + group.at("/components/0/name").asString()))
                .containsExactly("UNNAMED himitsu-no-buhin", "UNREADABLE broken", "UNKNOWN nobody");
    }

    @Test
    void what_a_vex_statement_settles_stays_visible_as_suppressed_with_its_justification() throws Exception {
        JsonNode answer = json(bom(VEX));
        JsonNode first = answer.path("findings").get(0);
        assertThat(first.path("suppressed").asBoolean()).isTrue();
        assertThat(first.at("/vex/justification").asString()).isEqualTo("code_not_reachable");
        assertThat(answer.path("findings").get(1).path("suppressed").asBoolean())
                .isFalse();
        assertThat(answer.at("/counts/suppressed").asInt()).isEqualTo(1);
        assertThat(answer.at("/counts/affected").asInt()).isEqualTo(1);
    }

    @Test
    void a_vex_document_beside_suppresses_by_package_and_an_alias_is_enough() throws Exception {
        String vex = """
                {"@context": "https://openvex.dev/ns/v0.2.0", "statements": [
                  {"vulnerability": {"name": "JVNDB-2026-880002"}, "status": "fixed", "products": [{"@id": "pkg:npm/hoshi-check@1.2"}]},
                  {"vulnerability": {"name": "CVE-2026-8801"}, "status": "not_affected", "products": [{"@id": "pkg:npm/hoshi-check@9.9"}]}]}
                """;
        MockHttpServletResponse answer = done(multipart("/api/sbom-check")
                .file(new MockMultipartFile("sbom", "b.json", null, bom("").getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("vex", "v.json", null, vex.getBytes(StandardCharsets.UTF_8))));
        JsonNode findings =
                JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8)).path("findings");
        assertThat(findings.get(0).path("suppressed").asBoolean()).isFalse();
        assertThat(findings.get(1).path("suppressed").asBoolean()).isTrue();
    }

    @Test
    void each_form_of_the_result_says_the_same() throws Exception {
        JsonNode sarif = JSON.readTree(api(bom(VEX), "application/sarif+json").getContentAsString());
        assertThat(sarif.path("version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/results")).hasSize(2);
        assertThat(sarif.at("/runs/0/results/0/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(sarif.at("/runs/0/tool/driver/rules/0/properties/security-severity")
                        .asString())
                .isEqualTo("9.8");
        JsonNode vdr =
                JSON.readTree(api(bom(VEX), "application/vnd.cyclonedx+json").getContentAsString());
        assertThat(vdr.at("/components/0/bom-ref").asString()).isEqualTo("h");
        assertThat(vdr.at("/vulnerabilities/0/affects/0/ref").asString()).isEqualTo("h");
        JsonNode vex = JSON.readTree(done(post("/api/sbom-check?as=vex")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bom(VEX)))
                .getContentAsString());
        assertThat(vex.has("components")).isFalse();
        assertThat(vex.at("/vulnerabilities/0/affects/0/ref").asString())
                .isEqualTo("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#h");
        assertThat(vex.at("/vulnerabilities/0/analysis/state").asString()).isEqualTo("not_affected");
        assertThat(vex.at("/vulnerabilities/1/analysis/state").asString()).isEqualTo("in_triage");
        String csv = api(bom(VEX), "text/csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3).anySatisfy(line -> assertThat(line).contains("CVE-2026-8802", "1.5"));
    }

    @Test
    void our_own_vex_suppresses_when_it_is_sent_again() throws Exception {
        String vex = done(post("/api/sbom-check?as=vex")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bom(VEX)))
                .getContentAsString(StandardCharsets.UTF_8);
        MockHttpServletResponse answer = done(multipart("/api/sbom-check")
                .file(new MockMultipartFile("sbom", "b.json", null, bom("").getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("vex", "v.json", null, vex.getBytes(StandardCharsets.UTF_8))));
        assertThat(JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                        .at("/counts/suppressed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void bad_documents_are_answered_with_the_status_the_place_and_advice() throws Exception {
        assertProblem(bom("").substring(0, 300), 400, "ends in the middle");
        assertProblem("{\"hello\": 1}", 415, "does not say which format");
        assertProblem("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": 1}", 422, "Line 1");
        assertThat(done(post("/api/sbom-check")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("a=b"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(api(bom(""), "image/png").getStatus()).isEqualTo(400);
    }

    private void assertProblem(String body, int status, String words) throws Exception {
        MockHttpServletResponse answer = api(body, "application/json");
        assertThat(answer.getStatus()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.path("detail").asString()).contains(words);
        assertThat(problem.path("next").asString()).isNotBlank();
    }

    private String sent(String body) throws Exception {
        MockHttpServletResponse answer = done(multipart("/sbom-check")
                .file(new MockMultipartFile("sbom", "b.json", null, body.getBytes(StandardCharsets.UTF_8)))
                .with(SecurityMockMvcRequestPostProcessors.csrf()));
        assertThat(answer.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer = done(get(address).header("Accept-Language", "en"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void the_page_of_a_result_shows_filters_and_escapes_what_was_sent() throws Exception {
        String address = sent(bom(VEX));
        String all = page(address);
        assertThat(all)
                .contains("CVE-2026-8801", "CVE-2026-8802", "Update to 1.5 or later", "&lt;b&gt;never", SECRET)
                .doesNotContain("<b>never");
        String list = page(address + "?severity=critical");
        assertThat(list.substring(list.indexOf("id=\"list\"")))
                .contains("CVE-2026-8801")
                .doesNotContain("CVE-2026-8802");
        String open = page(address + "?state=affected&sort=-component&q=HOSHI");
        assertThat(open.substring(open.indexOf("id=\"list\"")))
                .contains("CVE-2026-8802")
                .doesNotContain("CVE-2026-8801");
        assertThat(done(get(address + "/csv")).getHeader("Content-Disposition")).contains("sbom-check.csv");
    }

    @Test
    void a_file_may_be_sent_as_the_body_too_and_its_result_can_be_deleted() throws Exception {
        MockHttpServletResponse answer = done(post("/sbom-check/sent")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bom("")));
        String address =
                JSON.readTree(answer.getContentAsString()).path("address").asString();
        assertThat(page(address)).contains("CVE-2026-8801");
        done(post(address + "/forget").with(SecurityMockMvcRequestPostProcessors.csrf()));
        MockHttpServletResponse gone = done(get(address));
        assertThat(gone.getStatus()).isEqualTo(404);
        assertThat(gone.getContentAsString(StandardCharsets.UTF_8)).contains("もう残っていません");
    }

    @Test
    void an_empty_form_and_a_broken_paste_are_answered_on_the_form() throws Exception {
        MockHttpServletResponse empty = done(post("/sbom-check").with(SecurityMockMvcRequestPostProcessors.csrf()));
        assertThat(empty.getStatus()).isEqualTo(422);
        MockHttpServletResponse broken = done(post("/sbom-check")
                .param("text", "{\"a\"")
                .header("Accept-Language", "en")
                .with(SecurityMockMvcRequestPostProcessors.csrf()));
        assertThat(broken.getStatus()).isEqualTo(400);
        assertThat(broken.getContentAsString(StandardCharsets.UTF_8))
                .contains("{\"a\"</textarea>")
                .contains("Line 1");
    }

    @Test
    void the_example_can_be_tried() throws Exception {
        MockHttpServletResponse answer =
                done(post("/sbom-check").param("example", "1").with(SecurityMockMvcRequestPostProcessors.csrf()));
        assertThat(page(Objects.requireNonNull(answer.getRedirectedUrl()))).contains("kaikei-portal-ui 3.2.0");
    }

    @Test
    void nothing_that_is_sent_is_written_into_any_table() throws Exception {
        json(bom(VEX));
        sent(bom(VEX));
        List<String> holding = database.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query((row, _) -> row.getString(1)).list().stream()
                .filter(table -> database.sql("select exists (select from " + table + " t where t::text like :word)")
                        .param("word", "%" + SECRET + "%")
                        .query((row, _) -> row.getBoolean(1))
                        .single())
                .toList();
        assertThat(holding).isEmpty();
    }
}
