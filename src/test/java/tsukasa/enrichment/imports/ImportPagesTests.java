package tsukasa.enrichment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.enrichment.EnrichmentExample.MIKI;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// Analysts see which files came in and which records did not, and why.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class ImportPagesTests {
    private static final String RUNS = "/staff/enrichment/imports";
    private static final String REFUSALS = RUNS + "/refusals";
    private final MockMvc browser;
    private final JdbcClient owner;
    private final String feed = "trial" + UUID.randomUUID().toString().substring(0, 8);
    private long first;
    private long second;

    @Autowired
    ImportPagesTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.owner = owner;
    }

    @BeforeEach
    void twoRuns() {
        first = run("/feeds/2025", "2026-02-01T00:00:12.34Z", "DONE", 52);
        for (int i = 1; i <= 52; i++) {
            refusal(first, "a.json", i, "CVE-2025-" + (7000 + i));
        }
        second = run("/feeds/<2026>", null, null, 1_000);
        refusal(second, "b.json", 0, null);
    }

    private long run(String source, @Nullable String ended, @Nullable String outcome, long refused) {
        return owner.sql("""
                        insert into vulnerability.import_run (feed, source, started, ended, outcome, read, stored, unchanged, refused)
                        values (:feed, :source, '2026-02-01T00:00:00Z', cast(:ended as timestamptz), :outcome, 6543, 1200, 21, :refused)
                        returning id
                        """)
                .param("feed", feed)
                .param("source", source)
                .param("ended", ended)
                .param("outcome", outcome)
                .param("refused", refused)
                .query(Long.class)
                .single();
    }

    private void refusal(long run, String file, int record, @Nullable String key) {
        owner.sql("""
                        insert into vulnerability.import_refusal (run, file, record, offset_bytes, key, why_ja, why_en)
                        values (:run, :file, :record, :offset, :key, '日付が=おかしい。', '=the date is <odd>')
                        """)
                .param("run", run)
                .param("file", file)
                .param("record", record)
                .param("offset", record * 1_000L)
                .param("key", key)
                .update();
    }

    private MvcResult ask(String address) throws Exception {
        return browser.perform(get(address).header("Accept-Language", "en").with(SignedIn.as(MIKI)))
                .andReturn();
    }

    private String page(String address) throws Exception {
        MvcResult result = ask(address);
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String file(String address) throws Exception {
        return browser.perform(asyncDispatch(ask(address)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void runs_are_told_with_what_came_of_them_the_latest_first() throws Exception {
        String page = page(RUNS + "?feed=" + feed);
        assertThat(page)
                .contains("6,543", "1,200", ">12.3<", "Done", "/feeds/2025", "/feeds/&lt;2026&gt;", "Stopped")
                .contains("href=\"" + REFUSALS + "?run=" + first + "\">52</a>");
        assertThat(page.indexOf("&lt;2026&gt;")).isLessThan(page.indexOf("/feeds/2025"));
        assertThat(page("/staff/enrichment")).contains("href=\"" + RUNS + "\"");
    }

    @Test
    void refused_records_are_told_with_their_place_and_the_reason() throws Exception {
        String page = page(REFUSALS + "?run=" + first);
        assertThat(page)
                .contains("No. 50 (from byte 50,000)", "CVE-2025-7050", "=the date is &lt;odd&gt;", "a.json")
                .doesNotContain("CVE-2025-7051", "b.json", "of which");
        assertThat(page(REFUSALS + "?page=2&run=" + first)).contains("CVE-2025-7052", "51–52 of 52");
        assertThat(page(REFUSALS + "?feed=" + feed))
                .contains("The file as a whole", "b.json", "CVE-2025-7001")
                .contains("1–50 of 53");
        assertThat(page(REFUSALS + "?run=" + second)).contains("refused 1,000 records, of which 1 are kept");
    }

    @Test
    void both_lists_are_there_as_csv_whole_and_without_formulas() throws Exception {
        assertThat(file(REFUSALS + ".csv?run=" + first).lines())
                .hasSize(53)
                .element(1)
                .isEqualTo(first + "," + feed
                        + ",2026-02-01T00:00:00Z,a.json,1,1000,CVE-2025-7001,日付が=おかしい。,'=the date is <odd>");
        assertThat(file(RUNS + ".csv?feed=" + feed).lines())
                .hasSize(3)
                .element(2)
                .isEqualTo(first + "," + feed
                        + ",/feeds/2025,2026-02-01T00:00:00Z,2026-02-01T00:00:12.340Z,DONE,6543,1200,21,52,0");
    }

    @Test
    void where_nothing_was_refused_the_page_says_so() throws Exception {
        long clean = run("/feeds/clean", "2026-02-01T00:00:01Z", "DONE", 0);
        assertThat(page(REFUSALS + "?run=" + clean)).contains("No record was refused.");
        assertThat(ask(REFUSALS + "?run=999999999999").getResponse().getStatus())
                .isEqualTo(404);
        assertThat(ask(REFUSALS + "?run=x").getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void only_analysts_see_it() throws Exception {
        for (String address : new String[] {RUNS, REFUSALS, RUNS + ".csv", REFUSALS + ".csv"}) {
            assertThat(browser.perform(get(address).with(SignedIn.as(Role.STAFF)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }
}
