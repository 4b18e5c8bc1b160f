package tsukasa.exposure.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Spans;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class VersionCheckerTests {
    private final MockMvc browser;
    private final JdbcClient database;
    private final SoftwareList list;
    private final CpeNames cpes;

    @Autowired
    VersionCheckerTests(
            MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database, SoftwareList list, CpeNames cpes) {
        this.browser = browser;
        this.database = database;
        this.list = list;
        this.cpes = cpes;
    }

    @BeforeEach
    void two_entries_about_a_viewer_of_pictures_and_one_about_every_version_of_a_painter() {
        entry(881_001, "CVE-2026-8811", "irfanview", "4.50");
        entry(881_002, "CVE-2026-8812", "irfanview", "4.62");
        entry(881_003, "CVE-2026-8813", "gimp", null);
    }

    private void entry(long id, String cve, String product, @Nullable String fixed) {
        database.sql("insert into vulnerability.vendor (key) values (:key) on conflict do nothing")
                .param("key", product)
                .update();
        database.sql("""
                        insert into vulnerability.product (vendor, kind, key)
                        select id, 'a', :key from vulnerability.vendor where key = :key on conflict do nothing
                        """).param("key", product).update();
        database.sql("""
                        with m as (insert into vulnerability.mark as k (last) values (1)
                            on conflict (single) do update set last = k.last + 1 returning last)
                        insert into vulnerability.entry (id, jvndb, cve, standing, public_at, registered_at, updated_at, title_ja,
                               title_en, severity, tenths, cwes, feeds, mark)
                        select :id, :number, :cve, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-05Z', '画像', 'Pictures',
                                3, 78, '{}', '{nvd}', last from m on conflict do nothing
                        """)
                .param("id", id)
                .param("number", "JVNDB-2026-" + id)
                .param("cve", cve)
                .update();
        String name = "cpe:2.3:a:" + product + ":" + product + ":*:*:*:*:*:*:*:*";
        Match match = new Match(name, true, null, false, fixed, fixed != null);
        database.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select p.id, :id, 'nvd', false, :spans
                          from vulnerability.product p join vulnerability.vendor v on v.id = p.vendor
                         where v.key = :key and p.key = :key on conflict do nothing
                        """)
                .param("id", id)
                .param("key", product)
                .param("spans", new Spans(List.of(match), List.of()).kept())
                .update();
    }

    private MockHttpServletResponse asked(String query) throws Exception {
        return browser.perform(get("/version-checker" + query).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    private String page(String query) throws Exception {
        MockHttpServletResponse answer = asked(query);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void an_old_version_needs_an_update_to_the_version_that_has_all_fixes_and_the_reasons_are_told() throws Exception {
        assertThat(page("?irfanview=4.44"))
                .contains(
                        "Update needed",
                        "2 vulnerabilities",
                        "Update to 4.62 or later",
                        "CVE-2026-8811",
                        "4.44 is within");
    }

    @Test
    void a_version_in_between_is_concerned_only_by_what_was_fixed_later() throws Exception {
        assertThat(page("?irfanview=4.50"))
                .contains("Update needed", "CVE-2026-8812")
                .doesNotContain("CVE-2026-8811");
    }

    @Test
    void the_version_with_the_newest_fix_is_not_concerned() throws Exception {
        assertThat(page("?irfanview=4.62&keepass="))
                .contains("Nothing known affects it", "knows is 4.62")
                .doesNotContain("Update needed", "A newer one is out");
    }

    @Test
    void what_is_said_of_every_version_and_fixed_by_none_asks_to_be_checked() throws Exception {
        assertThat(page("?gimp=4.70")).contains("Please check", "1 vulnerability affects it", "CVE-2026-8813");
    }

    @Test
    void software_that_the_database_does_not_know_gets_no_answer_rather_than_a_good_one() throws Exception {
        assertThat(page("?teamviewer=15.1")).contains("No answer").doesNotContain("Nothing known affects it");
    }

    @Test
    void what_is_no_version_is_told_beside_its_field_and_escaped() throws Exception {
        MockHttpServletResponse answer = asked("?irfanview=%3Cscript%3E1&putty=newest");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("Enter the version of PuTTY")
                .doesNotContain("<script>1");
    }

    @Test
    void every_software_of_the_list_has_a_readable_cpe_name_and_words_in_both_languages() {
        assertThat(list.all()).hasSizeGreaterThan(25).allSatisfy(software -> {
            String cpe = "cpe:2.3:a:" + software.vendor() + ":"
                    + software.product().replace("+", "\\+") + ":*:*:*:*:*:*:*:*";
            assertThat(cpes.read(cpe)).isInstanceOf(CpeReading.Read.class);
            assertThat(software.id()).matches("[a-z0-9-]+");
            assertThat(software.where().ja()).isNotEqualTo(software.where().en());
        });
    }
}
