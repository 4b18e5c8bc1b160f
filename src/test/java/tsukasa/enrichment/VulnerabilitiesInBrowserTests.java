package tsukasa.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.identity.People;
import tsukasa.identity.Reach;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Chromium;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.Visit;
import tsukasa.testing.WebClient;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchLists;

/// The pages about vulnerabilities, by readers, by who watches products, and by analysts.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Covers("Ⅰ-1-(1-2)-②-a")
class VulnerabilitiesInBrowserTests {
    private static final EmailAddress ANALYST = EmailAddress.of("browsing-analyst@example.jp");
    private static final int NUMBER = 77;
    private static final String ENTRY = "JVNDB-2035-100077";
    private static final String BILL = """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
              {"type": "library", "name": "kaze-gateway", "version": "5.1.3", "purl": "pkg:npm/kaze-gateway@5.1.3"},
              {"type": "library", "name": "another", "version": "1.0.0", "purl": "pkg:npm/another@1.0.0"}]}""";
    private final Proposals proposals;
    private final WatchLists lists;
    private final Products products;
    private final JdbcClient owner;
    private final UUID analyst;
    private final Map<String, String> cookies;
    private final String base;
    private long entry;

    @Autowired
    VulnerabilitiesInBrowserTests(
            Proposals proposals,
            WatchLists lists,
            Products products,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            People people,
            SignInLinks links,
            @LocalServerPort int port) {
        this.proposals = proposals;
        this.lists = lists;
        this.products = products;
        this.owner = owner;
        this.base = "http://localhost:" + port;
        this.analyst = people.ensure(ANALYST, "分析 花子", Language.JA).id();
        people.give(analyst, Role.ANALYST, Reach.EVERYWHERE);
        WebClient client = new WebClient(port);
        String link = links.make(ANALYST, new ReturnPath("/")).getPath();
        client.get(link);
        client.post(link, Map.of());
        this.cookies = client.cookies();
    }

    @BeforeEach
    void anEntryOfWhichAnalystsSaidEverything() {
        entry = EnrichmentExample.entry(owner, NUMBER);
        if (proposals.now(entry).isEmpty()) {
            proposals.save(entry, 0, EnrichmentExample.whole(), EnrichmentExample.MIKI);
            long written = proposals.open(entry).orElseThrow().id();
            proposals.submit(written, version(written), "", EnrichmentExample.MIKI);
            proposals.approve(written, version(written), EnrichmentExample.NORI);
        }
    }

    private int version(long proposal) {
        return proposals.find(proposal).orElseThrow().version();
    }

    private void good(String path, String language, int width) {
        String address = base + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        try (Visit visit = Chromium.open(address, width, cookies)) {
            assertThat(visit.page().locator("h1").count()).as(address).isEqualTo(1);
            visit.assertGood().picture("vulnerabilities" + path.replaceAll("\\W+", "-") + "-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/vulnerabilities,ja,1280",
        "/vulnerabilities?q=Gateway&severity=critical,en,390",
        "/vulnerabilities?q=nothing-like-this,ja,390",
        "/vulnerabilities/statistics,ja,390",
        "/vulnerabilities/vendors,en,1280",
        "/vulnerabilities/products,ja,390",
        "/alerts,en,390",
        "/alerts/mail,ja,1280",
        "/tools,ja,390",
        "/version-checker,en,390",
        "/staff/enrichment,ja,1280",
        "/staff/enrichment/imports,en,390",
        "/staff/enrichment/vendors,ja,390",
        "/staff/enrichment/scores,en,390",
        "/staff/alerts,ja,390",
        "/watch/new,en,390",
    })
    void lists_and_forms_are_accessible_and_fit(String path, String language, int width) {
        good(path, language, width);
    }

    @Test
    void what_is_told_of_one_entry_its_product_and_its_vendor_is_accessible_and_fits() {
        Product gateway = products.spokenOf(entry).stream()
                .filter(product -> product.vendor() != null)
                .findFirst()
                .orElseThrow();
        good("/vulnerabilities/" + ENTRY, "ja", 390);
        good("/vulnerabilities/" + ENTRY + "/history", "en", 1280);
        good("/vulnerabilities/products/" + gateway.id(), "en", 390);
        good(
                "/vulnerabilities/vendors/"
                        + Objects.requireNonNull(gateway.vendor()).id(),
                "ja",
                1280);
        good("/staff/enrichment/entries/" + ENTRY, "ja", 390);
    }

    @Test
    void a_bill_of_materials_is_checked_and_goes_to_a_watch_list() {
        var list = lists.make(analyst, "社内の製品", "", Language.JA);
        lists.add(
                analyst, list.id(), List.of(new NewItem("Gateway", "5.1.3", List.of(EnrichmentExample.GATEWAY))), null);
        try (Visit visit = Chromium.open(base + "/sbom-check?lang=ja", 390, cookies)) {
            Page page = visit.page();
            visit.assertGood();
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(
                            new FilePayload("bill.json", "application/json", BILL.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form:has(input[type=file]) button").first().click();
            page.waitForURL(url -> url.matches(".*/sbom-check/.+"));
            assertThat(page.locator("main").innerText()).contains("CVE-2035-1077", "kaze-gateway");
            visit.assertGood().picture("vulnerabilities-sbom-result");
        }
        good("/watch/lists/" + list.id(), "ja", 390);
        good("/watch/lists/" + list.id() + "/settings", "en", 1280);
    }
}
