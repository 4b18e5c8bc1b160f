package tsukasa.enrichment.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.enrichment.EnrichmentExample.GATEWAY;
import static tsukasa.enrichment.EnrichmentExample.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import tsukasa.Covers;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.enrichment.Enrichments;
import tsukasa.enrichment.Enrichments.Checked;
import tsukasa.kernel.page.Fault;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class EnrichmentRulesTests {
    private final Enrichments rules;

    @Autowired
    EnrichmentRulesTests(Enrichments rules) {
        this.rules = rules;
    }

    private Checked product(String name, String from, boolean after, String until, boolean before) {
        return rules.check(Enrichment.NONE.withProducts(List.of(new Affected(name, from, after, until, before))));
    }

    private static Enrichment with(List<String> vectors, List<String> cwes, List<Link> links) {
        return new Enrichment("", "", "", "", "", "", "", "", List.of(), vectors, cwes, links);
    }

    @Test
    void what_is_right_stays_as_it_is_written() {
        Checked checked = rules.check(whole());
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.content()).isEqualTo(whole());
    }

    @ParameterizedTest
    @CsvSource({
        "cpe:2.3:a:kaze:gateway, cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*",
        "cpe:2.3:a:Kaze:Gateway:*:*:*:*:*:*:*:*, cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*",
        "cpe:/a:kaze:gateway, cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*",
        "'cpe:2.3:a:kaze:c\\+\\+', 'cpe:2.3:a:kaze:c\\+\\+:*:*:*:*:*:*:*:*'",
        "pkg:PyPI/Kaze_Gateway, pkg:pypi/kaze-gateway"
    })
    void a_product_is_written_in_one_way_however_it_was_typed(String typed, String written) {
        Checked checked = product(typed, "", false, "2.0", true);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.content().products()).containsExactly(new Affected(written, "", false, "2.0", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "cpe:2.3:a:kaze:*",
                "cpe:2.3:*:kaze:gateway",
                "cpe:2.3:a:ka*:gateway",
                "cpe:2.3:a:kaze",
                "cpe:2.3:a:kaze:gate way:*:*:*:*:*:*:*:*",
                "pkg:npm/%",
                "pkg:npm/kaze@1.0",
                "<script>"
            })
    void what_names_no_product_is_refused_in_its_row(String name) {
        assertThat(product(name, "", false, "", false).faults())
                .extracting(Fault::field)
                .containsExactly("product-0");
    }

    @ParameterizedTest
    @CsvSource({
        GATEWAY + ", 2.0, false, 1.0, true",
        GATEWAY + ", 2.0, false, 2.0, true",
        GATEWAY + ", 2.0, true, 2.0, false",
        GATEWAY + ", 1.10, false, 1.9, false",
        "pkg:npm/kaze, 1.0.0, true, 2.0.0, true",
        GATEWAY + ", 1 0, false, '', false",
        "cpe:2.3:a:kaze:gateway:1.0, 1.0, false, 2.0, true"
    })
    void a_range_that_holds_no_version_is_refused(
            String name, String from, boolean after, String until, boolean before) {
        assertThat(product(name, from, after, until, before).faults()).hasSize(1);
    }

    @Test
    void one_version_alone_is_a_range() {
        assertThat(product(GATEWAY, "2.0", false, "2.0", false).faults()).isEmpty();
    }

    private List<String> faults(Affected... lines) {
        return rules.check(Enrichment.NONE.withProducts(List.of(lines))).faults().stream()
                .map(fault -> fault.field() + " " + fault.sentence().en())
                .toList();
    }

    @Test
    void of_one_range_two_things_cannot_be_said() {
        Affected row = new Affected(GATEWAY, "", false, "2.0", true);
        Affected other = new Affected(GATEWAY, "", false, "2.0", true, Status.FIXED, List.of());
        assertThat(faults(row, other)).singleElement().asString().startsWith("product-1 This says something else");
    }

    @Test
    void what_is_not_affected_names_the_product_as_a_whole_and_a_version_becomes_a_range() {
        Affected typed =
                new Affected("cpe:2.3:a:kaze:gateway:5.1.4", "", false, "", false, Status.NOT_AFFECTED, List.of());
        assertThat(rules.check(Enrichment.NONE.withProducts(List.of(typed)))
                        .content()
                        .products())
                .containsExactly(new Affected(GATEWAY, "5.1.4", false, "5.1.4", false, Status.NOT_AFFECTED, List.of()));
        assertThat(faults(new Affected(
                        "cpe:2.3:a:kaze:gateway:*:*:*:*:*:node.js:*:*",
                        "",
                        false,
                        "",
                        false,
                        Status.NOT_AFFECTED,
                        List.of())))
                .singleElement()
                .asString()
                .contains("by part, vendor, product and version alone");
        assertThat(faults(new Affected(GATEWAY, "1.0", true, "", false, Status.FIXED, List.of())))
                .singleElement()
                .asString()
                .contains("“after” cannot be used");
    }

    @Test
    void what_it_runs_on_is_named_in_the_way_of_its_product_and_only_where_it_is_affected() {
        String os = "cpe:2.3:o:linux:linux_kernel";
        Affected typed = new Affected(GATEWAY, "", false, "2.0", true, Status.AFFECTED, List.of(os));
        assertThat(rules.check(Enrichment.NONE.withProducts(List.of(typed)))
                        .content()
                        .products()
                        .getFirst()
                        .platforms())
                .containsExactly(os + ":*:*:*:*:*:*:*:*");
        assertThat(faults(new Affected(GATEWAY, "", false, "", false, Status.AFFECTED, List.of("Linux"))))
                .singleElement()
                .asString()
                .contains("Name what it runs on by CPE");
        assertThat(faults(new Affected("pkg:deb/debian/kaze", "", false, "", false, Status.AFFECTED, List.of(os))))
                .singleElement()
                .asString()
                .contains("by the release of its distribution");
        assertThat(faults(new Affected(GATEWAY, "", false, "", false, Status.FIXED, List.of(os))))
                .singleElement()
                .asString()
                .contains("only where it is affected");
    }

    @Test
    void the_same_row_twice_is_refused() {
        Affected row = new Affected(GATEWAY, "", false, "2.0", true);
        assertThat(rules.check(Enrichment.NONE.withProducts(List.of(row, row))).faults())
                .extracting(Fault::field)
                .containsExactly("product-1");
    }

    @Test
    void a_vector_is_read_scored_and_stands_once_for_each_version() {
        Checked shuffled =
                rules.check(with(List.of("CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H"), List.of(), List.of()));
        assertThat(shuffled.content().vectors()).containsExactly("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
        assertThat(rules.check(with(List.of("CVSS:4.0/AV:N"), List.of(), List.of()))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("cvss-40");
        assertThat(rules.check(with(
                                List.of(
                                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                                        "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                List.of(),
                                List.of()))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("cvss-31");
    }

    @Test
    void a_weakness_is_one_that_the_list_knows() {
        assertThat(rules.check(with(List.of(), List.of("79", "cwe-89"), List.of()))
                        .content()
                        .cwes())
                .containsExactly("CWE-79", "CWE-89");
        assertThat(rules.check(with(List.of(), List.of("CWE-99999"), List.of())).faults())
                .extracting(Fault::field)
                .containsExactly("cwes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://kaze.example", "https://", "https:// kaze", "//kaze.example"})
    void a_reference_is_an_address_of_the_web(String url) {
        assertThat(rules.check(with(List.of(), List.of(), List.of(new Link(url, "", ""))))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("reference-0");
    }

    @Test
    void a_text_that_is_too_long_or_holds_control_characters_is_refused_at_its_field() {
        assertThat(rules.check(Enrichment.NONE.withTexts("あ".repeat(301), "a\u0007", "x".repeat(10_001), "a\nb"))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("titleJa", "titleEn", "overviewJa");
    }
}
