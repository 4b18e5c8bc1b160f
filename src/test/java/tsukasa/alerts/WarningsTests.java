package tsukasa.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.alerts.AlertExamples.APPROVER;
import static tsukasa.alerts.AlertExamples.WRITER;
import static tsukasa.alerts.AlertExamples.closed;
import static tsukasa.alerts.AlertExamples.done;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Warnings;

/// Whoever looks up a vulnerability or a product learns of the alerts about it.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-④-a")
class WarningsTests {
    private final MockMvc browser;
    private final AlertWriting desk;
    private final Warnings warnings;
    private final JdbcClient owner;

    @Autowired
    WarningsTests(
            MockMvc browser, AlertWriting desk, Warnings warnings, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.desk = desk;
        this.warnings = warnings;
        this.owner = owner;
    }

    private AlertNumber published(String subject, String product, String cves) {
        AlertWords plain = AlertExamples.words(subject);
        AlertWords words = new AlertWords(
                plain.titleJa(),
                plain.titleEn(),
                plain.summaryJa(),
                plain.summaryEn(),
                plain.actionJa(),
                plain.actionEn(),
                plain.urgency(),
                product,
                cves,
                plain.references(),
                plain.contact(),
                "",
                "");
        AlertDraft draft = done(desk.begin(words, WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), draft.seen(), WRITER));
        return done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER))
                .of()
                .orElseThrow();
    }

    private String told(String cve) {
        return warnings.ofVulnerabilities(List.of(CveId.read(cve).orElseThrow()))
                .toString();
    }

    @Test
    void a_vulnerability_is_warned_of_while_its_alert_is_in_force() {
        AlertNumber number = published("知らせの一", "", "CVE-2037-10012");
        assertThat(told("CVE-2037-10012")).contains("/alerts/" + number, "知らせの一");
        assertThat(told("CVE-2037-1001")).as("the beginning of its number").isEqualTo("[]");
        closed(desk, AlertDraft.Kind.END, number);
        assertThat(told("CVE-2037-10012")).isEqualTo("[]");
    }

    @Test
    void the_last_ones_are_told_where_there_are_many() {
        for (int i = 0; i < Warnings.MOST + 1; i++) {
            published("知らせの" + i + "番", "", "CVE-2037-20001");
        }
        assertThat(warnings.ofVulnerabilities(
                        List.of(CveId.read("CVE-2037-20001").orElseThrow())))
                .hasSize(Warnings.MOST)
                .noneMatch(warning -> warning.title().ja().contains("知らせの0番"));
    }

    @Test
    void the_page_of_a_product_says_so_first() throws Exception {
        long product = owner.sql("""
                        with v as (insert into vulnerability.vendor (key) values ('tobira2037') returning id)
                        insert into vulnerability.product (vendor, kind, key) select id, 'a', 'gate' from v returning id
                        """).query((row, _) -> row.getLong(1)).single();
        AlertNumber number = published("知らせの扉", "cpe:2.3:a:tobira2037:gate:*:*:*:*:*:*:*:*", "");
        assertThat(browser.perform(get("/vulnerabilities/products/" + product + "?lang=ja"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("注意喚起：<a href=\"/alerts/" + number + "\">知らせの扉の脆弱性について</a>");
    }
}
