package tsukasa.enrichment.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.enrichment.EnrichmentExample.MIKI;
import static tsukasa.enrichment.EnrichmentExample.NORI;
import static tsukasa.enrichment.EnrichmentExample.whole;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import tsukasa.enrichment.Enrichment;
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
class DeskTests {
    private final MockMvc browser;
    private final Proposals proposals;
    private final Claims claims;
    private final JdbcClient owner;

    @Autowired
    DeskTests(MockMvc browser, Proposals proposals, Claims claims, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.claims = claims;
        this.owner = owner;
    }

    private static String address(int number) {
        return "/staff/enrichment/entries/JVNDB-2035-%06d".formatted(100_000 + number);
    }

    private static MockHttpServletRequestBuilder form(String path, String act) {
        return post(path).with(csrf()).param("do", act).header("Accept-Language", "en");
    }

    private MockHttpServletResponse as(Visitor visitor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(SignedIn.as(visitor))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Proposal submitted(int number) {
        long entry = EnrichmentExample.entry(owner, number);
        long id = ((Done) proposals.save(entry, 0, whole(), MIKI)).id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        return proposals.find(id).orElseThrow();
    }

    private MockHttpServletRequestBuilder step(Proposal proposal, String step) {
        return form("/staff/enrichment/proposals/" + proposal.id() + "/" + step, "")
                .param("seen", String.valueOf(proposal.version()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void proposals_are_for_analysts_alone(Role role) throws Exception {
        Proposal proposal = submitted(50 + role.ordinal());
        Visitor visitor = new Visitor(UUID.randomUUID(), "だれか", "x@example.jp", EnumSet.of(Role.MEMBER, role), null);
        int wanted = role == Role.ANALYST ? 200 : 403;
        for (String path : new String[] {
            "/staff/enrichment",
            "/staff/enrichment/proposals",
            "/staff/enrichment/proposals/" + proposal.id(),
            address(50 + role.ordinal())
        }) {
            assertThat(as(visitor, get(path)).getStatus()).as(path).isEqualTo(wanted);
        }
        if (role != Role.ANALYST) {
            assertThat(as(visitor, step(proposal, "approval")).getStatus()).isEqualTo(403);
            assertThat(proposals.find(proposal.id()).orElseThrow().state()).isEqualTo(Proposal.State.SUBMITTED);
        }
    }

    @Test
    void the_public_sees_nothing_of_a_proposal_and_all_of_it_after_approval() throws Exception {
        Proposal proposal = submitted(80);
        String open = "/vulnerabilities/JVNDB-2035-100080?lang=ja";
        assertThat(text(browser.perform(get(open)).andReturn().getResponse())).doesNotContain("認証の不備", "KS-2");
        assertThat(as(NORI, step(proposal, "approval")).getStatus()).isEqualTo(303);
        assertThat(text(browser.perform(get(open)).andReturn().getResponse()))
                .contains("風 Gateway に認証の不備", "5.0.0 以降、5.1.4 より前", "緊急 9.8", "当機構の分析の情報を登録", "KS-2");
    }

    @Test
    void the_author_is_offered_no_decision_and_is_refused_one_from_outside() throws Exception {
        Proposal proposal = submitted(81);
        String page = "/staff/enrichment/proposals/" + proposal.id() + "?lang=en";
        assertThat(text(as(MIKI, get(page))))
                .doesNotContain("Approve and publish")
                .contains("Take back to change it");
        assertThat(text(as(NORI, get(page)))).contains("Approve and publish").doesNotContain("Take back to change it");
        MockHttpServletResponse refused = as(MIKI, step(proposal, "approval"));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(text(refused)).contains("Whoever wrote it does not decide about it");
        assertThat(as(MIKI, step(proposal, "return").param("reason", "x")).getStatus())
                .isEqualTo(403);
        assertThat(as(NORI, step(proposal, "taking-back")).getStatus()).isEqualTo(403);
        assertThat(as(NORI, step(proposal, "dropping")).getStatus()).isEqualTo(403);
        assertThat(proposals.find(proposal.id()).orElseThrow().version()).isEqualTo(proposal.version());
    }

    @Test
    void a_proposal_shows_what_is_said_now_beside_what_will_be() throws Exception {
        Proposal proposal = submitted(82);
        assertThat(text(as(NORI, get("/staff/enrichment/proposals/" + proposal.id() + "?lang=en"))))
                .contains("Title (Japanese)", "<ins>風 Gateway に認証の不備</ins>", "Products and versions")
                .contains("cpe:2.3:a:kaze:gateway　from 5.0.0 before 5.1.4")
                .contains("Critical 9.8", "CWE-306");
    }

    @Test
    void of_two_editors_the_second_sees_the_conflict_and_loses_nothing() throws Exception {
        EnrichmentExample.entry(owner, 83);
        assertThat(as(MIKI, form(address(83), "save").param("seen", "0").param("titleJa", "三木の題名"))
                        .getStatus())
                .isEqualTo(303);
        MockHttpServletResponse second = as(
                NORI,
                form(address(83), "save")
                        .param("seen", "0")
                        .param("titleJa", "野里の題名")
                        .param("solutionEn", "What Nori advises"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(text(second))
                .contains("三木 一子 saved after you opened this", "三木の題名", "value=\"野里の題名\"", "What Nori advises")
                .contains("name=\"seen\" value=\"1\"");
    }

    @Test
    void whatever_is_pressed_in_the_editor_all_that_was_typed_comes_back() throws Exception {
        EnrichmentExample.entry(owner, 84);
        MockHttpServletRequestBuilder typed = form(address(84), "texts")
                .param("overviewJa", "書きかけの概要")
                .param("product", "cpe:2.3:a:kaze:gateway")
                .param("from", "1.0")
                .param("after", "open")
                .param("until", "")
                .param("before", "open")
                .param("cwes", "CWE-79");
        String html = text(as(MIKI, typed));
        assertThat(html).contains("書きかけの概要", "cpe:2.3:a:kaze:gateway", "value=\"1.0\"", "CWE-79");
        assertThat(html).containsPattern("name=\"titleJa\" value=\"[^\"]*Gateway");
        assertThat(proposals.open(EnrichmentExample.entry(owner, 84))).isEmpty();
        assertThat(text(as(MIKI, form(address(84), "add:pkg:npm/kaze").param("titleEn", "Half a title"))))
                .contains("pkg:npm/kaze", "Half a title");
    }

    @Test
    void what_is_not_affected_and_what_a_product_runs_on_come_back_and_are_told_side_by_side() throws Exception {
        EnrichmentExample.entry(owner, 96);
        MockHttpServletRequestBuilder typed = form(address(96), "check")
                .param("seen", "0")
                .param("impactJa", "情報が漏れる可能性があります。")
                .param("product", "cpe:2.3:a:kaze:gateway", "cpe:2.3:a:kaze:gateway")
                .param("from", "", "5.0")
                .param("after", "closed", "closed")
                .param("until", "6.0", "5.1")
                .param("before", "open", "open")
                .param("status", "AFFECTED", "NOT_AFFECTED")
                .param("on", "cpe:2.3:o:linux:linux_kernel", "");
        String proposal = as(MIKI, typed).getRedirectedUrl();
        assertThat(text(as(NORI, get(proposal + "?lang=en"))))
                .contains("cpe:2.3:a:kaze:gateway　before 6.0 (running on cpe:2.3:o:linux:linux_kernel)")
                .contains("cpe:2.3:a:kaze:gateway　from 5.0 before 5.1: not affected")
                .contains("Impact (Japanese)", "<ins>情報が漏れる可能性があります。</ins>");
        assertThat(text(as(MIKI, get(address(96) + "?lang=en"))))
                .contains("<option value=\"NOT_AFFECTED\" selected>Not affected</option>")
                .contains("value=\"cpe:2.3:o:linux:linux_kernel\"");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_is_kept() throws Exception {
        EnrichmentExample.entry(owner, 85);
        MockHttpServletResponse wrong = as(
                MIKI,
                form(address(85), "save").param("cvss-31", "CVSS:3.1/AV:N").param("product", "<b>x</b>"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("href=\"#product-0\"", "href=\"#cvss-31\"", "&lt;b>x&lt;/b>")
                .doesNotContain("<b>x</b>");
        assertThat(proposals.open(EnrichmentExample.entry(owner, 85))).isEmpty();
    }

    @Test
    void products_that_the_texts_name_are_offered_with_the_reason() throws Exception {
        Proposal known = submitted(86);
        as(NORI, step(known, "approval"));
        EnrichmentExample.entry(owner, 87);
        assertThat(text(as(MIKI, get(address(87) + "?lang=en"))))
                .contains("a source writes “Kaze Gateway”", "value=\"add:" + EnrichmentExample.GATEWAY + "\"");
    }

    @Test
    void an_entry_is_taken_by_one_until_it_is_given_back() throws Exception {
        long entry = EnrichmentExample.entry(owner, 88);
        assertThat(as(MIKI, form(address(88) + "/claim", "take")).getStatus()).isEqualTo(303);
        MockHttpServletResponse second = as(NORI, form(address(88) + "/claim", "take"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(text(second)).contains("三木 一子");
        as(NORI, form(address(88) + "/claim", "release"));
        assertThat(claims.of(Set.of(entry))).containsKey(entry);
        as(MIKI, form(address(88) + "/claim", "release"));
        assertThat(as(NORI, form(address(88) + "/claim", "take")).getStatus()).isEqualTo(303);
        owner.sql("update enrichment.claim set until = since where entry = :entry")
                .param("entry", entry)
                .update();
        assertThat(claims.of(Set.of(entry))).isEmpty();
        assertThat(as(MIKI, form(address(88) + "/claim", "take")).getStatus()).isEqualTo(303);
    }

    @Test
    void the_queue_is_filtered_and_an_entry_opens_by_any_number() throws Exception {
        EnrichmentExample.entry(owner, 89);
        assertThat(text(as(MIKI, get("/staff/enrichment?lang=en&gap=SCORE&year=2035"))))
                .contains("JVNDB-2035-100089", "Products", "Not scored");
        assertThat(text(as(MIKI, get("/staff/enrichment?lang=en&severity=CRITICAL&year=2035&gap=SCORE"))))
                .contains("Nothing waits by these filters.");
        assertThat(as(MIKI, get("/staff/enrichment?gap=%27x&page=99999999999&year=abc"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(as(MIKI, get("/staff/enrichment/find").param("number", "cve-2035-1089"))
                        .getRedirectedUrl())
                .isEqualTo(address(89));
        assertThat(as(MIKI, get("/staff/enrichment/find").param("number", "\u0000'"))
                        .getRedirectedUrl())
                .isEqualTo("/staff/enrichment");
    }

    @Test
    void the_queue_is_narrowed_down_by_vendor_product_weakness_and_who_has_taken_it() throws Exception {
        long entry = EnrichmentExample.entry(owner, 97);
        Enrichment said = Enrichment.NONE
                .withProducts(List.of(new Affected("cpe:2.3:a:umi_97:kettle", "", false, "2.0", true)))
                .withCwes(List.of("CWE-79"));
        long id = ((Done) proposals.save(entry, 0, said, MIKI)).id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        proposals.approve(id, proposals.find(id).orElseThrow().version(), NORI);
        String queue = "/staff/enrichment?lang=en&year=2035&vendor=umi_97";
        for (String holds : List.of("", "&product=kettle", "&cwe=79", "&cwe=cwe-79&product=kettle", "&person=mine")) {
            assertThat(text(as(MIKI, get(queue + holds)))).as(holds).contains("JVNDB-2035-100097", "1 that match");
        }
        for (String not : List.of("x", "&product=pot", "&cwe=80", "&person=none", "&person=" + NORI.id())) {
            assertThat(text(as(MIKI, get(queue + not)))).as(not).contains("Nothing waits by these filters.");
        }
        assertThat(text(as(NORI, get(queue + "&person=" + MIKI.id())))).contains("JVNDB-2035-100097");
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (String path : new String[] {
            "/staff/enrichment/entries/JVNDB-2035-999999",
            "/staff/enrichment/entries/CVE-2035-1",
            "/staff/enrichment/proposals/0",
            "/staff/enrichment/proposals/99999999999999999999"
        }) {
            assertThat(as(MIKI, get(path)).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void every_step_is_written_down() throws Exception {
        Proposal proposal = submitted(90);
        as(NORI, step(proposal, "return").param("reason", "範囲が広すぎます"));
        assertThat(proposals.find(proposal.id()).orElseThrow().events())
                .extracting(Proposal.Event::became)
                .containsExactly("SAVED", "SUBMITTED", "RETURNED");
        assertThat(owner.sql("""
                        select action from (select id, action, object_type, object_id from audit.waiting
                                            union select id, action, object_type, object_id from audit.entry) e
                         where object_type = 'enrichment' and object_id = :id
                        """)
                        .param("id", String.valueOf(proposal.id()))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("enrichment.saved", "enrichment.submitted", "enrichment.returned");
    }
}
