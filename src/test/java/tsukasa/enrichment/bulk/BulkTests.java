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
import tsukasa.enrichment.Claims;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
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
    private final Claims claims;
    private final JdbcClient owner;

    @Autowired
    BulkTests(MockMvc browser, Proposals proposals, Claims claims, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.claims = claims;
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
        assertThat(shown(form("preview", "x ".repeat(1001)).param("cwes", "CWE-79"), 422))
                .contains("at most 1000");
        assertThat(shown(form("preview", number(207)).param("product", "<b>"), 422))
                .contains("href=\"#product\"");
        assertThat(shown(form("preview", number(207)).param("until", "1"), 422)).contains("href=\"#product\"");
        assertThat(shown(form("preview", number(207)).param("known", GATEWAY), 422))
                .contains("href=\"#alias\"");
        assertThat(shown(form("preview", number(207)).param("cwes", "CWE-99999"), 422))
                .contains("href=\"#cwes\"");
    }

    @Test
    void a_score_is_given_where_the_rule_allows_it_and_what_keeps_its_own_says_why() throws Exception {
        long unsaid = EnrichmentExample.entry(owner, 211);
        long ours = EnrichmentExample.entry(owner, 212);
        long id = ((Done) proposals.save(ours, 0, whole(), MIKI)).id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        approved(proposals.find(id).orElseThrow());
        String vector = "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        String both = number(211) + " " + number(212);
        assertThat(shown(form("preview", both).param("vector", vector), 200))
                .contains("1 entries would be added to; 1 cannot be.", "CVSS: " + vector)
                .contains("It is scored already (analyst), so that no score is added.");
        assertThat(shown(form("preview", both).param("vector", vector).param("where", "UNSAID_BY_US"), 200))
                .contains("We have scored it already");
        String replaced = whole().vectors().getFirst() + " → " + vector;
        assertThat(shown(form("preview", both).param("vector", vector).param("where", "ALL"), 200))
                .contains("2 entries would be added to.", "CVSS: " + replaced);
        approved(proposed(form("propose", both).param("vector", vector).param("where", "ALL")));
        assertThat(proposals.now(unsaid).vectors()).containsExactly(vector);
        assertThat(proposals.now(ours).vectors()).containsExactly(vector);
        assertThat(proposals.now(ours).titleJa()).as("all else stays").isEqualTo(whole().titleJa());
    }

    @Test
    void a_solution_and_references_are_added_and_what_is_there_already_is_not_added_twice() throws Exception {
        long unsaid = EnrichmentExample.entry(owner, 213);
        long ours = EnrichmentExample.entry(owner, 214);
        long id = ((Done) proposals.save(ours, 0, whole(), MIKI)).id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        approved(proposals.find(id).orElseThrow());
        String known = whole().references().getFirst().url();
        MockHttpServletRequestBuilder typed = form("propose", number(213) + " " + number(214))
                .param("solutionJa", "使うのをやめてください。")
                .param("references", known + "\nhttps://kaze.example/all Kaze News")
                .param("tag", "Patch");
        approved(proposed(typed));
        assertThat(proposals.now(unsaid).solutionJa()).isEqualTo("使うのをやめてください。");
        assertThat(proposals.now(ours).solutionJa()).isEqualTo(whole().solutionJa());
        assertThat(proposals.now(unsaid).references())
                .containsExactly(
                        new Link(known, "", "Patch"), new Link("https://kaze.example/all", "Kaze News", "Patch"));
        assertThat(proposals.now(ours).references())
                .containsExactly(
                        whole().references().getFirst(), new Link("https://kaze.example/all", "Kaze News", "Patch"));
        assertThat(shown(form("preview", number(213)).param("references", "javascript:x"), 422))
                .contains("href=\"#references\"");
        assertThat(shown(form("preview", number(213)).param("vector", "CVSS:3.1/AV:X"), 422))
                .contains("href=\"#vector\"");
    }

    @Test
    void all_that_match_the_filters_of_the_queue_stand_in_the_form_and_the_limit_is_told() throws Exception {
        EnrichmentExample.entry(owner, 215);
        long taken = EnrichmentExample.entry(owner, 216);
        claims.take(taken, MIKI);
        String bulk = "/staff/enrichment/bulk?all=yes&year=2035&lang=en&";
        assertThat(shown(get(bulk + "person=mine"), 200))
                .contains(number(216), "that wait (numbers of 2035, taken by me)")
                .doesNotContain(number(215));
        assertThat(shown(get(bulk + "person=none"), 200)).contains(number(215)).doesNotContain(number(216));
        assertThat(shown(get("/staff/enrichment?lang=en&year=2035&person=mine"), 200))
                .contains("/staff/enrichment/bulk?", "that match", "At most 1,000 at once.");
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
