package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.Covers;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.FeedReader;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.UnreadableRecord;

@Covers("Ⅰ-1-(1-2)-②-a")
class DetailTests extends HndExample {
    private static final String DETAIL = "/myjvn?method=getVulnDetailInfo&feed=hnd&vulnId=";

    @Test
    void everything_about_an_entry_is_told_in_the_words_that_clients_know() throws Exception {
        assertThat(text(DETAIL + ID))
                .contains("<VulinfoID>JVNDB-2026-100001</VulinfoID>", "<Overview>** 未確定 ** 制御文字 😀</Overview>")
                .contains("<ProductName>風ゲートウェイ</ProductName><Cpe version=\"2.2\">cpe:/a:kaze:gateway</Cpe>")
                .contains("<VersionNumber>2.0 以上 2.15 未満</VersionNumber>", "<VersionNumber>7.1 以下</VersionNumber>")
                .contains("<Base>9.8</Base><Vector>CVSS:3.1/AV:N", "<Severity type=\"Base\">Critical</Severity>")
                .contains("<Cvss version=\"2.0\"><Severity type=\"Base\">High</Severity><Base>7.5</Base>")
                .contains("<Cvss version=\"4.0\"><Severity type=\"Base\">Critical</Severity><Base>9.3</Base>")
                .contains("<Description>情報が漏えいします。</Description>", "風ゲートウェイ を 2.15 以降に更新してください。")
                .contains("<SolutionItem><Description>", "<AffectedItem><Name>")
                .contains("<CreditItem><Description>Hanako &lt;Yamada&gt;</Description></CreditItem></Credit>")
                .contains("<Contact><ContactItem><Description>風の窓口</Description></ContactItem></Contact>")
                .contains("solutiontype=\"workaround\"", "悪用が確認されています（KEV カタログに 2026-03-06 掲載）。")
                .contains("<RelatedItem type=\"vendor\"><Name>kaze.example</Name><VulinfoID>KAZE-1</VulinfoID>")
                .contains("<VulinfoID>CWE-79</VulinfoID>", "<HistoryNo>3</HistoryNo>", "の情報を更新：深刻度")
                .contains("<DateLastUpdated>2026-03-05T12:00:01+09:00</DateLastUpdated>")
                .contains("totalRes=\"1\"", "retMax=\"10\"", "vulnId=\"JVNDB-2026-100001\"")
                .doesNotContain("nonsense", "umi:board", "9.9", "<VersionNumber>1.0</VersionNumber>");
    }

    @Test
    void a_product_that_is_not_affected_is_told_as_such_even_if_no_version_of_it_is_named() throws Exception {
        assertThat(text(DETAIL + ID))
                .contains("<AffectedItem affectedstatus=\"notvulnerable\"><Name>風システムズ</Name>"
                        + "<ProductName>風ルータ</ProductName><Cpe version=\"2.2\">cpe:/o:kaze:router</Cpe>"
                        + "<VersionNumber>すべてのバージョン</VersionNumber></AffectedItem>");
    }

    @Test
    void an_answer_is_valid_by_the_published_schemas() throws Exception {
        for (String language : List.of("ja", "en")) {
            PublishedSchemas.check(text(DETAIL + ID + "&lang=" + language));
        }
        PublishedSchemas.check(text(DETAIL + "JVNDB-2026-999999"));
        PublishedSchemas.check(text(DETAIL + "x"));
    }

    @Test
    void what_is_told_is_read_back_as_the_same_facts() throws Exception {
        SourceRecord read = read(text(DETAIL + ID));
        assertThat(read.standing()).isEqualTo(Standing.DISPUTED);
        assertThat(read.aliases()).containsExactly("CVE-2026-1001");
        assertThat(read.products().getFirst().cpes()).containsExactly("cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*");
        assertThat(read.products().getFirst().versions().getFirst()).satisfies(span -> {
            assertThat(span.from()).isEqualTo("2.0");
            assertThat(span.until()).isEqualTo("2.15");
            assertThat(span.open()).isTrue();
        });
        assertThat(read.scores()).extracting("tenths").containsExactlyInAnyOrder(98, 75, 93);
    }

    @Test
    void a_withdrawn_entry_carries_the_mark_that_clients_look_for() throws Exception {
        when(entries.known(ID.toString())).thenReturn(List.of(standing(Standing.REJECTED)));
        assertThat(text(DETAIL + ID)).contains("<Overview>** 削除 ** ");
        mark(System.nanoTime());
        when(entries.known(ID.toString())).thenReturn(List.of(standing(Standing.UNSUPPORTED)));
        assertThat(text(DETAIL + ID)).contains("<Overview>** サポート外 ** ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "%20", "%2B", "+%2B+"})
    void several_numbers_are_joined_in_any_way_and_unknown_ones_are_left_out(String joint) throws Exception {
        assertThat(text(DETAIL + "JVNDB-1999-000001" + joint + ID + joint + ID))
                .contains("totalRes=\"1\"", "totalResRet=\"1\"", "<VulinfoID>JVNDB-2026-100001</VulinfoID>");
    }

    @Test
    void of_unknown_numbers_nothing_is_told_but_the_status() throws Exception {
        assertThat(text(DETAIL + "JVNDB-1999-000001"))
                .contains("<Result ", "retCd=\"0\"", "totalRes=\"0\"")
                .doesNotContain("Vulinfo>");
    }

    @ParameterizedTest
    @CsvSource({
        "'', XX00000012",
        "%20, XX00000006",
        "CVE-2026-1001, XX00000011",
        "JVNDB-2026-100001&maxCountItem=11, XX00000006",
        "JVNDB-2026-100001&lang=fr, XX00000008",
        "%3Cscript%3E, XX00000011",
    })
    void a_wrong_question_is_answered_with_a_code(String rest, String code) throws Exception {
        assertThat(text(DETAIL + rest)).contains("errCd=\"" + code + "\"").doesNotContain("<script");
    }

    @Test
    void numbers_of_100_kilobytes_are_refused() throws Exception {
        String told = mvc.perform(post("/myjvn")
                        .param("method", "getVulnDetailInfo")
                        .param("feed", "hnd")
                        .param("vulnId", "JVNDB-2026-100001+".repeat(6_000)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(told).contains("XX00000010").hasSizeLessThan(2_000);
    }

    private static EntryHead standing(Standing standing) {
        return new EntryHead(
                1, ID, null, standing, Text.of("題", "Title"), null, null, List.of(), null, NOON, NOON, NOON);
    }

    private static SourceRecord read(String document) throws Exception {
        FeedReader reader = SpringFactoriesLoader.forDefaultResourceLocation().load(FeedReader.class).stream()
                .filter(each -> each.feed() == Feed.JVN)
                .findFirst()
                .orElseThrow();
        List<SourceRecord> records = new ArrayList<>();
        reader.cut(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                "a.xml",
                new FeedReader.PieceTaker() {
                    @Override
                    public void piece(byte[] bytes, FeedReader.Place place) {
                        try {
                            records.addAll(reader.read(bytes));
                        } catch (UnreadableRecord e) {
                            throw new AssertionError(e.why().en(), e);
                        }
                    }

                    @Override
                    public void broken(FeedReader.Place place, Text why) {
                        throw new AssertionError(why.en());
                    }
                });
        return records.getFirst();
    }
}
