package tsukasa.exposure.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Spans;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.StoredRecord;
import tsukasa.vulnerability.VersionSpan;
import tsukasa.vulnerability.WeaknessClaim;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class OsvApiTests {
    private static final String PURL = "pkg:pypi/kaze-web";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MockMvc browser;
    private final JdbcClient database;

    @Autowired
    OsvApiTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    @BeforeEach
    void two_entries_about_one_package() {
        entry(1, "CVE-2026-7001", "GHSA-aaaa-bbbb-cccc", before("0", "2.0"));
        entry(2, null, "PYSEC-2026-7", before("1.0", "1.5"));
    }

    private void entry(long id, @Nullable String cve, String key, VersionSpan span) {
        String number = "JVNDB-2026-77%04d".formatted(id);
        database.sql("""
                        with m as (insert into vulnerability.mark as k (last) values (1)
                            on conflict (single) do update set last = k.last + 1 returning last)
                        insert into vulnerability.entry (id, jvndb, cve, standing, public_at, registered_at, updated_at, title_ja,
                               title_en, cwes, feeds, mark)
                        select :id + 770000, :number, :cve, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-05Z', '風', 'Kaze',
                                '{CWE-79}', '{osv}', last from m on conflict do nothing
                        """)
                .param("id", id)
                .param("number", number)
                .param("cve", cve)
                .update();
        AffectedProduct product = new AffectedProduct(
                "GHSA", "", "kaze-web", PURL, List.of(), List.of(), Effect.UNAFFECTED, List.of(span));
        names(id, Stream.of(number, cve, key));
        database.sql("""
                        insert into vulnerability.source_record (feed, key, entry, digest, facts)
                        values ('osv', :key, :id + 770000, '\\x00000000000000000000000000000000', :facts) on conflict do nothing
                        """)
                .param("key", key)
                .param("id", id)
                .param("facts", StoredRecord.of(said(key, product)).json())
                .update();
        concerns(id, product);
    }

    private static SourceRecord said(String key, AffectedProduct product) {
        return new SourceRecord(
                Feed.OSV,
                key,
                List.of(),
                Standing.PUBLISHED,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-05T00:00:00Z"),
                List.of(
                        new Passage(Passage.Kind.OVERVIEW, Language.EN, "GHSA", "The wind blows through."),
                        new Passage(Passage.Kind.CREDIT, Language.EN, "GHSA", "Hanako Finder")),
                List.of(
                        new ScoreClaim("GHSA", true, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98),
                        new ScoreClaim("GHSA", true, "AV:N/AC:L/Au:N/C:P/I:P/A:P", 75)),
                List.of(new WeaknessClaim("GHSA", "CWE-79")),
                List.of(
                        new Reference("https://example.org/kaze", "", List.of("FIX")),
                        new Reference("javascript:alert(1)", "", List.of())),
                List.of(),
                List.of(product),
                List.of(),
                null);
    }

    private void names(long id, Stream<@Nullable String> aliases) {
        for (String alias : aliases.filter(Objects::nonNull).toList()) {
            database.sql("insert into vulnerability.alias values (:alias, :id + 770000) on conflict do nothing")
                    .param("alias", alias)
                    .param("id", id)
                    .update();
        }
    }

    private void concerns(long id, AffectedProduct product) {
        database.sql("""
                        insert into vulnerability.product (vendor, kind, key) values (null, 'pkg', :purl) on conflict do nothing
                        """).param("purl", PURL).update();
        database.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select p.id, :id + 770000, 'osv', false, :spans from vulnerability.product p where p.key = :purl
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("purl", PURL)
                .param("spans", new Spans(List.of(), List.of(product)).kept())
                .update();
    }

    private static VersionSpan before(String from, String until) {
        return new VersionSpan(Effect.AFFECTED, from, until, true, "pypi", List.of());
    }

    private MockHttpServletResponse asked(String path, String body) throws Exception {
        return browser.perform(post(path)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(body.replace('\'', '"')))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentType()).startsWith("application/json");
        return JSON.readTree(answer.getContentAsString());
    }

    private static List<String> ids(JsonNode vulns) {
        return vulns.valueStream().map(vuln -> vuln.path("id").asString()).toList();
    }

    @Test
    void a_version_of_a_package_is_answered_with_whole_records_without_session_or_form() throws Exception {
        JsonNode both = json(asked("/v1/query", "{'package': {'purl': 'pkg:pypi/kaze-web@1.2'}}"));
        assertThat(ids(both.path("vulns"))).containsExactly("CVE-2026-7001", "PYSEC-2026-7");
        JsonNode one =
                json(asked("/v1/query", "{'package': {'ecosystem': 'PyPI', 'name': 'Kaze_Web'}, 'version': '1.5'}"));
        assertThat(ids(one.path("vulns"))).containsExactly("CVE-2026-7001");
        JsonNode record = one.path("vulns").get(0);
        assertThat(record.at("/affected/0/package/name").asString()).isEqualTo("kaze-web");
        assertThat(record.at("/affected/0/ranges/0/events/1/fixed").asString()).isEqualTo("2.0");
        assertThat(record.at("/aliases").toString()).contains("GHSA-aaaa-bbbb-cccc", "JVNDB-2026-770001");
        assertThat(record.path("references")).hasSize(1);
        assertThat(record.path("credits").path(0).path("name").asString()).isEqualTo("Hanako Finder");
        assertThat(json(asked("/v1/query", "{'package': {'purl': 'pkg:pypi/kaze-web@2.0'}}")))
                .isEmpty();
    }

    @Test
    void a_batch_answers_each_question_in_its_place_with_numbers_and_dates() throws Exception {
        JsonNode results = json(asked("/v1/querybatch", """
                        {'queries': [{'package': {'purl': 'pkg:pypi/kaze-web@2.0'}}, {'commit': 'abcdef'},
                                     {'package': {'purl': 'pkg:pypi/kaze-web'}}]}
                        """)).path("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0)).isEmpty();
        assertThat(results.get(1)).isEmpty();
        assertThat(ids(results.get(2).path("vulns"))).containsExactly("CVE-2026-7001", "PYSEC-2026-7");
        assertThat(results.at("/2/vulns/0/modified").asString()).isEqualTo("2026-03-05T00:00:00Z");
    }

    @Test
    void an_ecosystem_that_nobody_knows_costs_a_batch_its_own_answer_alone() throws Exception {
        String bogus = "{'package': {'ecosystem': 'Nowhere', 'name': 'kaze'}, 'version': '1'}";
        JsonNode results =
                json(asked("/v1/querybatch", "{'queries': [" + bogus + """
                        , {'package': {'ecosystem': 'GitHub Actions', 'name': 'kaze/web'}, 'version': '1'},
                         {'package': {'purl': 'pkg:pypi/kaze-web'}}]}
                        """)).path("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0)).isEmpty();
        assertThat(results.get(1)).isEmpty();
        assertThat(results.get(2).path("vulns")).hasSize(2);
        MockHttpServletResponse alone = asked("/v1/query", bogus);
        assertThat(alone.getStatus()).isEqualTo(400);
        assertThat(json(alone).path("message").asString()).isEqualTo("Invalid ecosystem.");
    }

    @Test
    void a_thousand_questions_are_taken_and_one_more_is_not() throws Exception {
        assertThat(json(asked("/v1/querybatch", queries(1000))).path("results")).hasSize(1000);
        MockHttpServletResponse refused = asked("/v1/querybatch", queries(1001));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(json(refused).path("message").asString()).isEqualTo("Too many queries.");
    }

    private static String queries(int count) {
        return "{'queries': ["
                + IntStream.range(0, count)
                        .mapToObj(_ -> "{'package': {'purl': 'pkg:pypi/kaze-web@1.2'}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void a_record_answers_to_each_of_its_numbers() throws Exception {
        assertThat(record("cve-2026-7001").path("id").asString()).isEqualTo("CVE-2026-7001");
        assertThat(record("GHSA-aaaa-bbbb-cccc").path("id").asString()).isEqualTo("GHSA-aaaa-bbbb-cccc");
        assertThat(record("JVNDB-2026-770001").path("id").asString()).isEqualTo("CVE-2026-7001");
        MockHttpServletResponse unknown =
                browser.perform(get("/v1/vulns/CVE-2026-9999999")).andReturn().getResponse();
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(json(unknown).path("code").asInt()).isEqualTo(5);
    }

    private JsonNode record(String number) throws Exception {
        return json(browser.perform(get("/v1/vulns/" + number)).andReturn().getResponse());
    }

    @Test
    void what_is_no_question_is_refused_with_a_code_and_a_message() throws Exception {
        String small = "{'queries': [" + "[],".repeat(110_000) + "[]]}";
        for (String body : List.of("", "[]", "{", "{'queries': 7}", "\u0000", "{'queries': [7]}", small)) {
            MockHttpServletResponse refused = asked("/v1/querybatch", body);
            assertThat(refused.getStatus()).as(body).isEqualTo(400);
            assertThat(json(refused).path("code").asInt()).isEqualTo(3);
            assertThat(json(refused).path("message").asString()).startsWith("Invalid");
        }
        assertThat(asked("/v1/querybatch", small).getContentAsString())
                .as("a few bytes each, and much more memory")
                .contains("Invalid JSON");
    }

    @Test
    void records_keep_to_the_schema_of_the_format() throws Exception {
        Path schema =
                Path.of(System.getProperty("tsukasa.shared", "../shared")).resolve("data/osv/schema/osv-schema.json");
        Assumptions.assumeTrue(Files.exists(schema), "the published schema is not beside this checkout");
        for (String number : List.of("CVE-2026-7001", "GHSA-aaaa-bbbb-cccc", "PYSEC-2026-7")) {
            List<Error> faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(schema), InputFormat.JSON)
                    .validate(record(number).toString(), InputFormat.JSON);
            assertThat(faults).as(number).isEmpty();
        }
    }
}
