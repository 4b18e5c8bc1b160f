package tsukasa.advisories.cve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
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
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class CveRecordTests {
    private static final Path SCHEMA = Path.of("../shared/data/cve5/schema/CVE_JSON_bundled_5.1.1.json");
    private final MockMvc client;
    private final ExampleEntries examples;

    @Autowired
    CveRecordTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private MockHttpServletResponse ask(String number) throws Exception {
        return client.perform(get("/api/cve/" + number)).andReturn().getResponse();
    }

    private SourceRecord read(String number) throws Exception {
        return ExampleEntries.read(Feed.CVE, number + ".json", ask(number).getContentAsByteArray())
                .getFirst();
    }

    @Test
    void our_own_reader_finds_in_it_what_the_entry_says() throws Exception {
        SourceRecord record = read(ExampleEntries.FULL);
        assertThat(record.key()).isEqualTo(ExampleEntries.FULL);
        assertThat(record.published()).isEqualTo("1996-03-01T00:00:00Z");
        assertThat(record.scores()).extracting(ScoreClaim::tenths).containsExactly(98, 93, 75);
        assertThat(record.weaknesses()).extracting(claim -> claim.cwe()).containsExactly("CWE-79");
        assertThat(record.passages())
                .extracting(passage -> passage.text())
                .contains("Wind in Kaze Web", "風が吹き抜けます。", "Update to 2.0.");
        assertThat(record.configurations().getFirst().conditional()).isTrue();
        assertThat(record.products().getFirst().packageUrl()).isEqualTo("pkg:pypi/hirado-web");
        assertThat(record.products().getFirst().versions())
                .extracting(span -> span.effect() + " " + span.from() + " " + span.until() + " " + span.open())
                .containsExactly(Effect.AFFECTED + " 1.0 2.0 true", Effect.AFFECTED + " 0.9 null false");
    }

    @Test
    void a_rejected_number_says_so_and_nothing_else() throws Exception {
        assertThat(read(ExampleEntries.REJECTED).standing()).isEqualTo(Standing.REJECTED);
        assertThat(ask(ExampleEntries.REJECTED).getContentAsString())
                .contains("\"rejectedReasons\"")
                .doesNotContain("\"affected\"", "\"metrics\"");
    }

    @Test
    void a_doubted_one_is_tagged() throws Exception {
        assertThat(read(ExampleEntries.BARE).standing()).isEqualTo(Standing.DISPUTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {ExampleEntries.FULL, ExampleEntries.BARE, ExampleEntries.REJECTED})
    void records_are_valid_by_the_published_schema(String number) throws Exception {
        assertThat(ExampleEntries.wrong(SCHEMA, ask(number).getContentAsString(), SpecificationVersion.DRAFT_7))
                .isEmpty();
    }

    @Test
    void who_has_it_already_is_told_so() throws Exception {
        MockHttpServletResponse first = ask(ExampleEntries.FULL.toLowerCase(java.util.Locale.ROOT));
        String tag = first.getHeader("ETag");
        assertThat(client.perform(get("/api/cve/" + ExampleEntries.FULL).header("If-None-Match", String.valueOf(tag)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        assertThat(client.perform(head("/api/cve/" + ExampleEntries.FULL))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void what_is_no_number_is_told_from_what_is_not_registered() throws Exception {
        assertThat(ask("CVE-1996-99999999").getStatus()).isEqualTo(404);
        assertThat(ask("GHSA-1234").getStatus()).isEqualTo(400);
        assertThat(ask("CVE-1996-" + "9".repeat(5000)).getStatus()).isEqualTo(400);
    }
}
