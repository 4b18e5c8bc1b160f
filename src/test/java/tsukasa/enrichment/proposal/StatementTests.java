package tsukasa.enrichment.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.enrichment.EnrichmentExample.GATEWAY;
import static tsukasa.enrichment.EnrichmentExample.MIKI;
import static tsukasa.enrichment.EnrichmentExample.NORI;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.enrichment.EnrichmentExample;
import tsukasa.enrichment.ProposalOutcome.Done;
import tsukasa.enrichment.Proposals;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Rule;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// What an analyst says of products, from the desk to whoever asks.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class StatementTests {
    private static final String LINUX = "cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*";
    private static final String NPM = "pkg:npm/kaze-gateway";
    private static final JsonMapper JSON = JsonMapper.shared();
    private final MockMvc browser;
    private final Proposals proposals;
    private final Verdicts verdicts;
    private final CpeNames cpes;
    private final PackageUrls urls;
    private final JdbcClient owner;

    @Autowired
    StatementTests(
            MockMvc browser,
            Proposals proposals,
            Verdicts verdicts,
            CpeNames cpes,
            PackageUrls urls,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.cpes = cpes;
        this.urls = urls;
        this.owner = owner;
    }

    private static Affected line(String name, String from, String until, Status status, String... platforms) {
        return new Affected(name, from, false, until, !until.isEmpty(), status, List.of(platforms));
    }

    private long said(int number, Affected... lines) {
        return said(number, Enrichment.NONE.withProducts(List.of(lines)));
    }

    private long said(int number, Enrichment content) {
        long entry = EnrichmentExample.entry(owner, number);
        long id = ((Done) proposals.save(entry, 0, content, MIKI)).id();
        proposals.submit(id, version(id), "", MIKI);
        assertThat(proposals.approve(id, version(id), NORI)).isInstanceOf(Done.class);
        return entry;
    }

    private int version(long id) {
        return proposals.find(id).orElseThrow().version();
    }

    /// What holds of the first component, by this entry.
    private Verdict verdict(long entry, String... components) {
        List<Component> all = Arrays.stream(components).map(this::component).toList();
        return verdicts.check(all).stream()
                .filter(each -> each.component() == 0 && each.entry() == entry)
                .findFirst()
                .orElseThrow();
    }

    private Component component(String name) {
        if (name.startsWith("pkg:")) {
            return new Component.ByPackage(((PackageUrlReading.Read) urls.read(name)).url());
        }
        String whole = "cpe:2.3:" + name + ":*:*:*:*:*:*:*";
        return new Component.ByCpe(((CpeReading.Read) cpes.read(whole)).name());
    }

    private JsonNode json(String address) throws Exception {
        return JSON.readTree(
                browser.perform(get(address)).andReturn().getResponse().getContentAsByteArray());
    }

    private JsonNode csaf(int number) throws Exception {
        String file = "jvndb-2035-%06d.json".formatted(100_000 + number);
        return json("/csaf/white/2035/" + file);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private String page(int number) throws Exception {
        return browser.perform(get("/vulnerabilities/JVNDB-2035-%06d?lang=en".formatted(100_000 + number)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void not_affected_and_fixed_win_over_affected_where_ranges_overlap() {
        long entry = said(
                401,
                line(GATEWAY, "", "6.0", Status.AFFECTED),
                line(GATEWAY, "5.0", "5.1", Status.NOT_AFFECTED),
                new Affected(GATEWAY, "4.9.9", false, "4.9.9", false, Status.FIXED, List.of()));
        assertThat(verdict(entry, "a:kaze:gateway:5.0.3").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:4.9.9").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:5.0.3").decisive().rule()).isEqualTo(Rule.LISTED);
        assertThat(verdict(entry, "a:kaze:gateway:5.1").answer()).isEqualTo(Answer.AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:4.9.8").answer()).isEqualTo(Answer.AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:6.0").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:*").answer()).isEqualTo(Answer.POSSIBLY);
    }

    @Test
    void packages_are_told_of_by_the_same_rules() {
        long entry = said(
                402,
                line(NPM, "", "6.0.0", Status.AFFECTED),
                line(NPM, "5.0.0", "5.1.0", Status.NOT_AFFECTED),
                line(NPM, "7.0.0", "", Status.UNDER_INVESTIGATION));
        assertThat(verdict(entry, NPM + "@5.0.3").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, NPM + "@5.1.0").answer()).isEqualTo(Answer.AFFECTED);
        assertThat(verdict(entry, NPM + "@6.0.0").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, NPM + "@7.0.0").answer()).isEqualTo(Answer.POSSIBLY);
        assertThat(verdict(entry, NPM + "@7.0.0").decisive().rule()).isEqualTo(Rule.LEFT_OPEN);
    }

    @Test
    void a_product_that_is_unaffected_as_a_whole_is_so_in_every_version() {
        long entry = said(403, line(GATEWAY, "", "", Status.NOT_AFFECTED));
        assertThat(verdict(entry, "a:kaze:gateway:1.0").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:*").answer()).isEqualTo(Answer.NOT_AFFECTED);
    }

    @Test
    void what_only_takes_versions_out_leaves_the_others_to_the_other_sources() throws Exception {
        long entry = said(404, line(GATEWAY, "2.0", "3.0", Status.NOT_AFFECTED));
        assertThat(verdict(entry, "a:kaze:gateway:2.5").answer()).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:3.5").decisive().rule().weak())
                .isTrue();
        assertThat(page(404)).contains("2.0 to before 3.0", "Not affected", "Not stated");
    }

    @Test
    void what_a_product_must_run_on_decides_with_what_else_is_there() throws Exception {
        long entry = said(405, line(GATEWAY, "", "6.0", Status.AFFECTED, LINUX));
        assertThat(verdict(entry, "a:kaze:gateway:5.0", "o:linux:linux_kernel:6.1")
                        .answer())
                .isEqualTo(Answer.AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:5.0", "o:kaze:other_os:6.1").answer())
                .isEqualTo(Answer.NOT_AFFECTED);
        assertThat(verdict(entry, "a:kaze:gateway:5.0").answer()).isEqualTo(Answer.POSSIBLY);
        assertThat(page(405)).contains("Running on Linux Kernel");
    }

    @Test
    void a_package_of_one_release_of_a_distribution_is_affected_there_alone() {
        String package12 = "pkg:deb/debian/kaze-gateway";
        long entry = said(406, line(package12, "", "6.0", Status.AFFECTED, "Debian:12"));
        assertThat(verdict(entry, package12 + "@5.0?distro=debian-12").answer()).isEqualTo(Answer.AFFECTED);
        assertThat(verdict(entry, package12 + "@5.0?distro=debian-11").answer()).isEqualTo(Answer.NOT_AFFECTED);
    }

    @Test
    void all_of_it_comes_back_from_the_record_as_it_was_approved() {
        Enrichment whole = Enrichment.NONE
                .withImpact("情報が漏れる可能性があります。", "Information may leak.")
                .withProducts(List.of(
                        line(GATEWAY, "1.0", "2.0", Status.AFFECTED, LINUX),
                        line(NPM, "", "3.0.0", Status.FIXED),
                        line(GATEWAY, "3.0", "", Status.NOT_AFFECTED),
                        line("cpe:2.3:a:kaze:client:*:*:*:*:*:*:*:*", "", "", Status.UNDER_INVESTIGATION)));
        Enrichment now = proposals.now(said(407, whole));
        assertThat(now.withProducts(List.of())).isEqualTo(whole.withProducts(List.of()));
        assertThat(now.products()).containsExactlyInAnyOrderElementsOf(whole.products());
        assertThat(AnalystWords.asKept(now)).isEqualTo(now);
    }

    @Test
    void the_advisory_of_csaf_lists_each_under_its_status_and_the_platform_as_a_relation() throws Exception {
        said(
                408,
                line(GATEWAY, "", "6.0", Status.AFFECTED, LINUX),
                line("cpe:2.3:a:kaze:client:*:*:*:*:*:*:*:*", "", "2.0", Status.NOT_AFFECTED),
                new Affected(NPM, "6.0.1", false, "6.0.1", false, Status.FIXED, List.of()),
                line("cpe:2.3:a:kaze:agent:*:*:*:*:*:*:*:*", "", "", Status.UNDER_INVESTIGATION));
        JsonNode document = csaf(408);
        JsonNode status = document.at("/vulnerabilities/0/product_status");
        JsonNode relation = document.at("/product_tree/relationships/0");
        assertThat(relation.path("category").stringValue()).isEqualTo("installed_on");
        assertThat(relation.at("/full_product_name/name").stringValue())
                .contains("kaze gateway", "on linux linux kernel");
        assertThat(each(status.path("known_affected")).map(JsonNode::stringValue))
                .containsExactly(relation.at("/full_product_name/product_id").stringValue());
        for (String each : List.of("known_not_affected", "fixed", "under_investigation")) {
            assertThat(status.path(each).size()).as(each).isEqualTo(1);
        }
    }

    @Test
    void the_record_of_cve_tells_exceptions_beside_the_range_and_names_platforms() throws Exception {
        said(409, line(GATEWAY, "", "6.0", Status.AFFECTED, LINUX), line(GATEWAY, "5.0", "5.1", Status.FIXED));
        JsonNode affected = json("/api/cve/CVE-2035-1409").at("/containers/cna/affected/0");
        assertThat(affected.at("/platforms/0").stringValue()).isEqualTo("linux linux kernel");
        assertThat(each(affected.path("versions"))
                        .map(each -> each.path("status").stringValue()))
                .containsExactly("unaffected", "affected");
    }

    @Test
    void what_may_come_of_it_stands_on_the_page_of_the_entry() throws Exception {
        said(410, Enrichment.NONE.withImpact("情報が漏れる可能性があります。", "Information may leak."));
        assertThat(page(410)).contains("<h2>Impact</h2>", "Information may leak.");
    }
}
