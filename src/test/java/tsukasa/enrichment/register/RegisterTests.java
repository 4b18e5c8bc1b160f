package tsukasa.enrichment.register;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.function.Supplier;
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
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.EntryQuestion.Span;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.Statistics;
import tsukasa.vulnerability.StatisticsQuestion;
import tsukasa.vulnerability.VersionReach;
import tsukasa.vulnerability.VersionReach.Bounds;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class RegisterTests {
    private final MockMvc browser;
    private final Proposals proposals;
    private final Products products;
    private final ProductRegister register;
    private final Entries entries;
    private final Selections selections;
    private final Statistics statistics;
    private final VersionReach reach;
    private final JdbcClient owner;

    @Autowired
    RegisterTests(
            MockMvc browser,
            Proposals proposals,
            Products products,
            ProductRegister register,
            Entries entries,
            Selections selections,
            Statistics statistics,
            VersionReach reach,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.products = products;
        this.register = register;
        this.entries = entries;
        this.selections = selections;
        this.statistics = statistics;
        this.reach = reach;
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

    private long vendor(long product) {
        return Objects.requireNonNull(products.product(product).orElseThrow().vendor())
                .id();
    }

    private List<String> speaking(long product) {
        EntryQuestion asked =
                new EntryQuestion(Set.of(product), Set.of(), Span.OPEN, Span.OPEN, Span.OPEN, false, 0, 50);
        return entries.list(asked).heads().stream()
                .map(EntryHead::number)
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_name_counts_as_a_change_of_the_entries_that_speak_of_it() throws Exception {
        long product = product(301, "umi_301", "kettle");
        long vendor = vendor(product);
        long mark = entries.mark();
        String path = "/staff/enrichment/vendors/" + vendor;
        MockHttpServletResponse done = as(
                MIKI,
                form(path + "/names", 1)
                        .param("ja", "海システムズ")
                        .param("en", "Umi Systems")
                        .param("kana", "ウミシステムズ")
                        .param("aliases", "海\numi sys")
                        .param("number", "７０００ ０１２ ０５０ ００２"));
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(products.vendor(vendor).orElseThrow().name()).isEqualTo("海システムズ");
        assertThat(products.vendors("umi sys", 0, 5).items())
                .extracting(Products.Vendor::id)
                .containsExactly(vendor);
        assertThat(register.find(Kind.VENDOR, vendor).orElseThrow().corporateNumber())
                .hasValue("7000012050002");
        assertThat(owner.sql("select mark from vulnerability.entry where jvndb = 'JVNDB-2035-100301'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(mark);
        assertThat(owner.sql("""
            select count(*) from (select action, object_id from audit.waiting union all
                                  select action, object_id from audit.entry) e
             where action = 'register.named' and object_id = :id
            """)
                        .param("id", String.valueOf(vendor))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_corporate_number_has_thirteen_digits_and_the_right_check_digit() throws Exception {
        long vendor = vendor(product(302, "umi_302", "kettle"));
        for (String number : List.of("1000012050002", "123", "70000120500021", "x")) {
            MockHttpServletResponse wrong = as(
                    MIKI,
                    form("/staff/enrichment/vendors/" + vendor + "/names", 1).param("number", number));
            assertThat(wrong.getStatus()).as(number).isEqualTo(422);
            assertThat(text(wrong)).contains("This is no corporate number.");
        }
        assertThat(register.find(Kind.VENDOR, vendor).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void of_two_who_change_a_name_at_once_the_second_is_told() throws Exception {
        long vendor = vendor(product(303, "umi_303", "kettle"));
        String path = "/staff/enrichment/vendors/" + vendor + "/names";
        assertThat(as(MIKI, form(path, 1).param("ja", "一番")).getStatus()).isEqualTo(303);
        MockHttpServletResponse second = as(NORI, form(path, 1).param("ja", "二番"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(text(second)).contains("value=\"二番\"", "name=\"seen\" value=\"2\"");
        assertThat(register.find(Kind.VENDOR, vendor).orElseThrow().names().ja())
                .isEqualTo("一番");
    }

    @Test
    void merged_products_are_shown_and_listed_as_one_until_they_are_split_again() throws Exception {
        long one = product(304, "umi_304", "kettle");
        long other = product(305, "umi_304", "kettle_pro");
        register.name(
                Kind.PRODUCT, other, 1, new ProductRegister.Names("やかん", "Kettle", "", List.of()), Optional.empty());
        String path = "/staff/enrichment/products/" + one;
        assertThat(text(as(MIKI, get(path + "?lang=en&into=" + other))))
                .contains("What they become together", "<td data-l=\"Together\">2</td>", "やかん");
        String proposal = proposed(path + "/merging", other);
        assertThat(speaking(other))
                .as("nothing is done before a colleague agrees")
                .containsExactly("JVNDB-2035-100305");
        assertThat(text(as(NORI, get(proposal + "?lang=en")))).contains("同じ製品です", "Agree and do it");
        assertThat(as(NORI, agreement(proposal, 1, 2)).getStatus()).isEqualTo(303);
        assertThat(speaking(other)).containsExactlyInAnyOrder("JVNDB-2035-100304", "JVNDB-2035-100305");
        assertThat(products.product(other).orElseThrow().entries()).isEqualTo(2);
        assertThat(products.product(one).orElseThrow()).satisfies(merged -> {
            assertThat(merged.name()).isEqualTo("やかん");
            assertThat(merged.cpe()).startsWith("cpe:2.3:a:umi_304:kettle:");
        });
        assertThat(text(as(NORI, get(proposal + "?lang=en")))).contains("Propose to split them again");
        String undo = proposed(path + "/splitting", 0);
        assertThat(speaking(other)).hasSize(2);
        assertThat(as(NORI, agreement(undo, 2, 2)).getStatus()).isEqualTo(303);
        assertThat(speaking(other)).containsExactly("JVNDB-2035-100305");
        assertThat(products.product(one).orElseThrow().name()).isEqualTo("Kettle");
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

    private static List<String> numbers(Supplier<Entries.Listed> list) {
        return list.get().heads().stream().map(head -> head.number().toString()).toList();
    }

    @Test
    void programs_and_statistics_count_merged_products_as_one_and_the_entries_of_the_former_are_indexed_again() {
        long one = product(311, "umi_311", "kettle");
        long other = product(312, "umi_312", "pot");
        long mark = entries.mark();
        assertThat(register.merge(Kind.PRODUCT, one, 1, other)).isEqualTo(new ProductRegister.Done(1));
        assertThat(changed(mark)).containsExactly("JVNDB-2035-100311");
        for (long asked : new long[] {one, other}) {
            Selection question = Selection.ALL.of(Set.of(asked));
            assertThat(numbers(() -> selections.list(question, 0, 10)))
                    .containsExactly("JVNDB-2035-100311", "JVNDB-2035-100312");
            assertThat(statistics
                            .count(StatisticsQuestion.of(Statistics.Step.YEAR, Statistics.Dimension.NONE)
                                    .products(Set.of(asked)))
                            .entries())
                    .isEqualTo(2);
            assertThat(reach.within(Set.of(asked), Bounds.at("1.0"))).hasSize(2);
        }
        mark = entries.mark();
        register.name(Kind.PRODUCT, other, 1, new ProductRegister.Names("鍋", "Pot", "", List.of()), Optional.empty());
        assertThat(changed(mark))
                .as("both are shown by this name")
                .containsExactlyInAnyOrder("JVNDB-2035-100311", "JVNDB-2035-100312");
        mark = entries.mark();
        assertThat(register.split(Kind.PRODUCT, one, 2)).isEqualTo(new ProductRegister.Done(1));
        assertThat(changed(mark)).containsExactly("JVNDB-2035-100311");
        assertThat(numbers(() -> selections.list(Selection.ALL.of(Set.of(other)), 0, 10)))
                .containsExactly("JVNDB-2035-100312");
    }

    /// What the search reads again, since each of them stands behind this mark.
    private List<String> changed(long mark) {
        return owner.sql("select jvndb from vulnerability.entry where mark > :mark")
                .param("mark", mark)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void products_of_a_merged_vendor_are_those_of_the_other() throws Exception {
        long one = product(306, "umi_306", "kettle");
        long other = vendor(product(307, "umi_307", "pot"));
        long vendor = vendor(one);
        String proposal = proposed("/staff/enrichment/vendors/" + vendor + "/merging", other);
        assertThat(as(NORI, agreement(proposal, 1, 1)).getStatus()).isEqualTo(303);
        assertThat(products.product(one).orElseThrow()).satisfies(product -> {
            assertThat(vendor(product.id())).isEqualTo(other);
            assertThat(product.cpe()).startsWith("cpe:2.3:a:umi_306:kettle:");
        });
        assertThat(products.products("", Set.of(other), 0, 9).items())
                .extracting(Products.Product::id)
                .contains(one);
    }

    @Test
    void nothing_is_merged_into_itself_nor_into_what_is_merged_nor_twice() {
        long one = product(308, "umi_308", "a1");
        long two = product(309, "umi_308", "a2");
        long three = product(310, "umi_308", "a3");
        assertThat(register.merge(Kind.PRODUCT, one, 1, one)).isInstanceOf(ProductRegister.Refused.class);
        assertThat(register.merge(Kind.PRODUCT, one, 1, two)).isInstanceOf(ProductRegister.Done.class);
        assertThat(register.merge(Kind.PRODUCT, three, 1, one)).isInstanceOf(ProductRegister.Refused.class);
        assertThat(register.merge(Kind.PRODUCT, two, 1, three)).isInstanceOf(ProductRegister.Refused.class);
        assertThat(register.merge(Kind.PRODUCT, one, 2, three)).isInstanceOf(ProductRegister.Refused.class);
        assertThat(register.merge(Kind.PRODUCT, three, 1, 999_999_999)).isInstanceOf(ProductRegister.Refused.class);
    }

    @Test
    void the_register_is_for_analysts_and_knows_what_it_has_not() throws Exception {
        Visitor staff = new Visitor(UUID.randomUUID(), "職員", "s@example.jp", Set.of(Role.STAFF), null);
        assertThat(as(staff, get("/staff/enrichment/vendors")).getStatus()).isEqualTo(403);
        assertThat(as(staff, form("/staff/enrichment/vendors/1/names", 1)).getStatus())
                .isEqualTo(403);
        for (String path : List.of("vendors/0", "products/x", "others/1")) {
            assertThat(as(MIKI, get("/staff/enrichment/" + path)).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(as(MIKI, get("/staff/enrichment/products").param("q", "%_'\\"))
                        .getStatus())
                .isEqualTo(200);
    }
}
