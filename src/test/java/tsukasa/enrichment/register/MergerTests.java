package tsukasa.enrichment.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.enrichment.EnrichmentExample.MIKI;
import static tsukasa.enrichment.EnrichmentExample.NORI;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.EnrichmentExample;
import tsukasa.enrichment.ProposalOutcome.Done;
import tsukasa.enrichment.Proposals;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.Products;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class MergerTests {
    private final MockMvc browser;
    private final Proposals proposals;
    private final Products products;
    private final ProductRegister register;
    private final JdbcClient owner;

    @Autowired
    MergerTests(
            MockMvc browser,
            Proposals proposals,
            Products products,
            ProductRegister register,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.products = products;
        this.register = register;
        this.owner = owner;
    }

    private MockHttpServletResponse as(Visitor visitor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(SignedIn.as(visitor))).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder form(String path, int seen) {
        return post(path).with(csrf()).header("Accept-Language", "en").param("seen", String.valueOf(seen));
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /// A product that one entry speaks of.
    private long product(int number, String vendor, String product) {
        long entry = EnrichmentExample.entry(owner, number);
        String cpe = "cpe:2.3:a:" + vendor + ":" + product + ":*:*:*:*:*:*:*:*";
        long id = ((Done) proposals.save(
                        entry,
                        0,
                        Enrichment.NONE.withProducts(List.of(new Affected(cpe, "", false, "2.0", true))),
                        MIKI))
                .id();
        proposals.submit(id, proposals.find(id).orElseThrow().version(), "", MIKI);
        proposals.approve(id, proposals.find(id).orElseThrow().version(), NORI);
        return products.ofCpe("a", vendor, product).iterator().next();
    }

    /// The address of a proposal of MIKI.
    private String proposed(String path, long into) throws Exception {
        MockHttpServletResponse done =
                as(MIKI, form(path, 1).param("into", String.valueOf(into)).param("reason", "同じ製品です"));
        assertThat(done.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(done.getRedirectedUrl());
    }

    private static MockHttpServletRequestBuilder agreement(String proposal, int one, int into) {
        return form(proposal + "/agreement", 1)
                .param("one", String.valueOf(one))
                .param("into", String.valueOf(into));
    }

    private boolean merged(long product) {
        return register.find(Kind.PRODUCT, product).orElseThrow().mergedInto().isPresent();
    }

    @Test
    void whoever_proposed_that_two_are_one_does_not_decide_about_it_and_others_do_not_take_it_back() throws Exception {
        long one = product(313, "umi_313", "kettle");
        long other = product(314, "umi_313", "pot");
        String proposal = proposed("/staff/enrichment/products/" + one + "/merging", other);
        assertThat(text(as(MIKI, get(proposal + "?lang=en"))))
                .contains("Take the proposal back")
                .doesNotContain("Agree and do it");
        MockHttpServletResponse refused = as(MIKI, agreement(proposal, 1, 1));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(text(refused)).contains("Whoever proposed it does not decide about it");
        assertThat(as(MIKI, form(proposal + "/declining", 1).param("answer", "x"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(as(NORI, form(proposal + "/taking-back", 1)).getStatus()).isEqualTo(403);
        Visitor staff = new Visitor(UUID.randomUUID(), "職員", "s@example.jp", Set.of(Role.STAFF), null);
        assertThat(as(staff, get(proposal)).getStatus()).isEqualTo(403);
        assertThat(as(staff, agreement(proposal, 1, 1)).getStatus()).isEqualTo(403);
        assertThat(merged(one)).isFalse();
        assertThat(as(MIKI, form(proposal + "/taking-back", 1)).getStatus()).isEqualTo(303);
        assertThat(as(NORI, agreement(proposal, 1, 1)).getStatus())
                .as("it waits no longer")
                .isEqualTo(409);
        assertThat(merged(one)).isFalse();
    }

    @Test
    void the_database_itself_refuses_that_one_person_merges_alone() throws Exception {
        long one = product(315, "umi_315", "kettle");
        String proposal = proposed("/staff/enrichment/products/" + one + "/merging", product(316, "umi_315", "pot"));
        long id = Long.parseLong(proposal.substring(proposal.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> owner.sql("""
                        update enrichment.merger set state = 'AGREED', decided_id = proposed_id, decided_name = '', decided_at = now()
                         where id = :id
                        """).param("id", id).update())
                .hasMessageContaining("nobody decides about what they proposed");
    }

    @Test
    void what_is_declined_says_why_and_changes_nothing() throws Exception {
        long one = product(317, "umi_317", "kettle");
        long other = product(318, "umi_317", "pot");
        String path = "/staff/enrichment/products/" + one + "/merging";
        assertThat(as(MIKI, form(path, 1).param("into", String.valueOf(other))).getStatus())
                .as("without a reason")
                .isEqualTo(422);
        String proposal = proposed(path, other);
        MockHttpServletResponse second =
                as(NORI, form(path, 1).param("into", String.valueOf(other)).param("reason", "同じです"));
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(text(second)).contains("Something is proposed about it already");
        assertThat(as(NORI, form(proposal + "/declining", 1)).getStatus()).isEqualTo(422);
        assertThat(as(NORI, form(proposal + "/declining", 1).param("answer", "別の製品です"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(text(as(MIKI, get(proposal + "?lang=en")))).contains("Declined", "別の製品です");
        assertThat(merged(one)).isFalse();
        assertThat(text(as(MIKI, get("/staff/enrichment/mergers?state=decided&lang=en"))))
                .contains(proposal);
    }

    @Test
    void whoever_agrees_decides_about_the_names_they_saw() throws Exception {
        long one = product(319, "umi_319", "kettle");
        long other = product(320, "umi_319", "pot");
        String proposal = proposed("/staff/enrichment/products/" + one + "/merging", other);
        register.name(Kind.PRODUCT, other, 1, new ProductRegister.Names("鍋", "Pot", "", List.of()), Optional.empty());
        assertThat(as(NORI, agreement(proposal, 1, 1)).getStatus()).isEqualTo(409);
        assertThat(merged(one)).isFalse();
        assertThat(as(NORI, agreement(proposal, 1, 2)).getStatus()).isEqualTo(303);
        assertThat(merged(one)).isTrue();
        assertThat(owner.sql("""
            select string_agg(action, ' ' order by action) from (select action, object_id from audit.waiting union all
                                  select action, object_id from audit.entry) e
             where action like 'register.merge%' and object_id = :id
            """)
                        .param("id", String.valueOf(one))
                        .query(String.class)
                        .single())
                .isEqualTo("register.merged register.merger-proposed");
    }
}
