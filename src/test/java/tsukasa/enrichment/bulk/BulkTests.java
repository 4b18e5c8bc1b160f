package tsukasa.enrichment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.enrichment.EnrichmentExample.GATEWAY;
import static tsukasa.enrichment.EnrichmentExample.MIKI;
import static tsukasa.enrichment.EnrichmentExample.NORI;
import static tsukasa.enrichment.EnrichmentExample.whole;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.EnrichmentExample;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.ProposalOutcome.Done;
import tsukasa.enrichment.Proposals;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class BulkTests {
    private static final String PROXY = "cpe:2.3:a:kaze:proxy:*:*:*:*:*:*:*:*";
    private final MockMvc browser;
    private final Proposals proposals;
    private final JdbcClient owner;

    @Autowired
    BulkTests(MockMvc browser, Proposals proposals, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.owner = owner;
    }

    private static String number(int number) {
        return "JVNDB-2035-%06d".formatted(100_000 + number);
    }

    private static MockHttpServletRequestBuilder form(String act, String numbers) {
        return post("/staff/enrichment/bulk")
                .with(csrf())
                .header("Accept-Language", "en")
                .param("do", act)
                .param("subject", "Gateway の一括追記")
                .param("numbers", numbers);
    }

    private MockHttpServletResponse as(Visitor visitor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(SignedIn.as(visitor))).andReturn().getResponse();
    }

    private String shown(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = as(MIKI, request);
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Proposal proposed(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = as(MIKI, request);
        assertThat(response.getStatus()).isEqualTo(303);
        String where = String.valueOf(response.getRedirectedUrl());
        return proposals
                .find(Long.parseLong(where.substring(where.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private void approved(Proposal proposal) {
        assertThat(proposals.approve(proposal.id(), proposal.version(), NORI)).isInstanceOf(Done.class);
    }

    @Test
    void a_preview_says_what_would_change_and_changes_nothing() throws Exception {
        long entry = EnrichmentExample.entry(owner, 201);
        String html = shown(
                form("preview", number(201) + " CVE-1999-1 cve-2035-1201")
                        .param("texts", "yes")
                        .param("cwes", "79"),
                200);
        assertThat(html)
                .contains("1 entries would be added to; 2 cannot be.", "Title: ", "Weakness: CWE-79")
                .contains("There is no entry with this number.", "The same entry stands above already.");
        assertThat(proposals.of(entry)).isEmpty();
    }

    @Test
    void one_proposal_changes_all_at_once_and_its_undoing_takes_all_back() throws Exception {
        long one = EnrichmentExample.entry(owner, 202);
        long two = EnrichmentExample.entry(owner, 203);
        Proposal proposal = proposed(form("propose", number(202) + "\n" + number(203))
                .param("texts", "yes")
                .param("product", "cpe:2.3:a:kaze:gateway")
                .param("until", "5.1.4")
                .param("before", "open"));
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.BULK);
        assertThat(proposals.now(one).isEmpty()).isTrue();
        approved(proposal);
        for (long entry : List.of(one, two)) {
            assertThat(proposals.now(entry).products())
                    .containsExactly(new Affected(GATEWAY, "", false, "5.1.4", true));
            assertThat(proposals.now(entry).titleJa()).contains("Gateway");
        }
        Proposal undo = proposals
                .find(((Done) proposals.proposeUndo(proposal.id(), "誤りでした", MIKI)).id())
                .orElseThrow();
        approved(undo);
        assertThat(proposals.now(one).isEmpty()).isTrue();
        assertThat(proposals.now(two).isEmpty()).isTrue();
    }

    @Test
    void a_product_is_told_under_its_other_name_with_the_same_versions() throws Exception {
        long entry = EnrichmentExample.entry(owner, 204);
        EnrichmentExample.entry(owner, 205);
        long id = ((Done) proposals.save(entry, 0, whole(), MIKI)).id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        approved(proposals.find(id).orElseThrow());
        String html = shown(
                form("preview", number(204) + " " + number(205))
                        .param("known", GATEWAY)
                        .param("alias", "cpe:2.3:a:kaze:proxy"),
                200);
        assertThat(html).contains("1 entries would be added to; 1 cannot be.", "It does not name the known product");
        approved(proposed(form("propose", number(204)).param("known", GATEWAY).param("alias", PROXY)));
        assertThat(proposals.now(entry).products()).contains(new Affected(PROXY, "5.0.0", false, "5.1.4", true));
    }

    @Test
    void an_entry_with_an_open_proposal_is_left_to_whoever_writes_it() throws Exception {
        long entry = EnrichmentExample.entry(owner, 206);
        proposals.save(entry, 0, EnrichmentExample.titled("書きかけ"), NORI);
        assertThat(shown(form("preview", number(206)).param("cwes", "CWE-79"), 200))
                .contains("There is a proposal that is not decided yet (野里 二郎).");
        assertThat(shown(form("propose", number(206)).param("cwes", "CWE-79"), 422))
                .contains("There is no entry that would change.");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() throws Exception {
        EnrichmentExample.entry(owner, 207);
        assertThat(shown(form("preview", number(207)), 422)).contains("Choose at least one thing to add.");
        assertThat(shown(form("preview", "").param("cwes", "CWE-79"), 422)).contains("href=\"#numbers\"");
        assertThat(shown(form("preview", "x ".repeat(501)).param("cwes", "CWE-79"), 422))
                .contains("at most 500");
        assertThat(shown(form("preview", number(207)).param("product", "<b>"), 422))
                .contains("href=\"#product\"");
        assertThat(shown(form("preview", number(207)).param("until", "1"), 422)).contains("href=\"#product\"");
        assertThat(shown(form("preview", number(207)).param("known", GATEWAY), 422))
                .contains("href=\"#alias\"");
        assertThat(shown(form("preview", number(207)).param("cwes", "CWE-99999"), 422))
                .contains("href=\"#cwes\"");
    }

    @Test
    void what_was_chosen_in_the_queue_stands_in_the_form() throws Exception {
        MockHttpServletResponse page = as(
                MIKI,
                get("/staff/enrichment/bulk")
                        .param("n", number(208), number(209))
                        .param("lang", "en"));
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains(number(208), number(209));
    }

    @Test
    void many_are_changed_by_analysts_alone() throws Exception {
        EnrichmentExample.entry(owner, 210);
        Visitor staff = new Visitor(UUID.randomUUID(), "職員", "s@example.jp", Set.of(Role.STAFF), null);
        assertThat(as(staff, form("propose", number(210)).param("cwes", "CWE-79"))
                        .getStatus())
                .isEqualTo(403);
    }
}
