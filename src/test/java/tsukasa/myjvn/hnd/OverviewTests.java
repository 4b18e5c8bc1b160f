package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tsukasa.Covers;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryLists.Narrowing;
import tsukasa.vulnerability.EntryLists.Vector;
import tsukasa.vulnerability.EntryQuestion;

@Covers("Ⅰ-1-(1-2)-②-a")
class OverviewTests extends HndExample {
    private static final String OVERVIEW = "/myjvn?method=getVulnOverviewList&feed=hnd";

    @Test
    void an_entry_is_told_by_the_prefixes_dates_and_marks_that_clients_know() throws Exception {
        assertThat(text(OVERVIEW + "&rangeDatePublic=n&xsl=1&language=en"))
                .contains("<rdf:RDF ", "<sec:identifier>JVNDB-2026-100001</sec:identifier>")
                .contains("<title>風 &amp; &lt;海&gt;</title>", "** 未確定 ** 制御文字 😀</description>")
                .contains("<dcterms:modified>2026-03-05T12:00:01+09:00</dcterms:modified>")
                .contains("source=\"CVE\" id=\"CVE-2026-1001\"", "source=\"NVD\" id=\"CVE-2026-1001\"")
                .contains("score=\"9.8\" severity=\"Critical\" vector=\"CVSS:3.1/", "version=\"3.0\" type=\"Base\"")
                .contains("score=\"7.5\" severity=\"High\" vector=\"AV:N/", "version=\"2.0\" type=\"Base\"")
                .contains("retCd=\"0\"", "totalRes=\"7\"", "totalResRet=\"1\"", "rangeDatePublic=\"n\"")
                .doesNotContain("xsl=", "language=");
    }

    /// Programs that look for what they have would warn of it.
    @Test
    void a_product_that_is_only_said_not_to_be_affected_is_none_of_an_entry() throws Exception {
        assertThat(text(OVERVIEW + "&rangeDatePublic=n"))
                .contains("cpe:/a:kaze:gateway")
                .doesNotContain("cpe:/o:kaze:router");
    }

    @Test
    void an_entry_that_only_version_4_scores_is_told_with_that_score() throws Exception {
        when(entries.read(anyCollection())).thenReturn(List.of(scoredByVersion4()));
        mark(System.nanoTime());
        String told = text(OVERVIEW + "&rangeDatePublic=n");
        assertThat(told)
                .contains("<sec:cvss score=\"9.3\" severity=\"Critical\" vector=\"CVSS:4.0/AV:N", "version=\"4.0\"")
                .doesNotContain("version=\"3.0\"");
        when(entries.read(anyCollection())).thenReturn(List.of(entry()));
        mark(System.nanoTime());
        assertThat(text(OVERVIEW + "&rangeDatePublic=n"))
                .as("beside others it would be taken for another of these")
                .doesNotContain("CVSS:4.0");
        PublishedSchemas.check(told);
    }

    @Test
    void an_answer_with_hits_is_valid_by_the_published_schema() throws Exception {
        PublishedSchemas.check(text(OVERVIEW + "&startItem=1&severity=c&lang=en"));
        PublishedSchemas.check(text(OVERVIEW + "&cpeName=cpe:/a:nobody"));
        PublishedSchemas.check(text(OVERVIEW + "&cpeName=nobody"));
    }

    @Test
    void parts_of_a_date_count_instead_of_the_last_week_and_their_last_day_is_within() throws Exception {
        text(OVERVIEW + "&datePublicStartY=2020&datePublicEndY=2022&datePublicEndM=2&rangeDatePublished=n");
        assertThat(asked.get().published().from()).isEqualTo("2019-12-31T15:00:00Z");
        assertThat(asked.get().published().until()).isEqualTo("2022-02-28T15:00:00Z");
        assertThat(asked.get().updated()).isEqualTo(EntryQuestion.Span.OPEN);
        assertThat(asked.get().registered().from()).isNotNull();
    }

    @Test
    void a_keyword_and_a_vector_narrow_what_is_listed() throws Exception {
        AtomicReference<Narrowing> narrowing = new AtomicReference<>();
        when(words.find(any(), any(), any(), any())).thenReturn(Set.of(ID));
        when(lists.list(any(), any())).thenAnswer(call -> {
            narrowing.set(call.getArgument(1));
            return new Entries.Listed(List.of(head()), 1);
        });
        assertThat(text(OVERVIEW + "&keyword=%E9%A2%A8%20%22x%22&vector=CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
                .contains("totalRes=\"1\"", "keyword=\"風 &quot;x&quot;\"", "vector=\"CVSS:3.0/");
        assertThat(narrowing.get())
                .isEqualTo(new Narrowing(Set.of(ID), new Vector("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98)));
    }

    @Test
    void a_severity_is_that_of_version_3_and_a_keyword_leaves_it_to_the_list() throws Exception {
        AtomicReference<Narrowing> narrowing = new AtomicReference<>();
        AtomicReference<EntryQuestion> question = new AtomicReference<>();
        when(words.find("kaze", Set.of(), EntryQuestion.Span.OPEN, EntryQuestion.Span.OPEN))
                .thenReturn(Set.of(ID));
        when(lists.list(any(), any())).thenAnswer(call -> {
            question.set(call.getArgument(0));
            narrowing.set(call.getArgument(1));
            return new Entries.Listed(List.of(head()), 1);
        });
        String open = "&rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n";
        assertThat(text(OVERVIEW + "&severity=h" + open)).contains("totalRes=\"1\"", "severity=\"h\"");
        assertThat(question.get()).isEqualTo(EntryQuestion.ALL);
        assertThat(narrowing.get()).isEqualTo(new Narrowing(null, null, Severity.HIGH));
        text(OVERVIEW + "&severity=n&keyword=kaze" + open);
        assertThat(question.get().severities()).isEmpty();
        assertThat(narrowing.get()).isEqualTo(new Narrowing(Set.of(ID), null, Severity.NONE));
    }

    @Test
    void what_the_index_learns_later_is_told_although_the_database_stayed_as_it_is() throws Exception {
        mark(5L);
        when(words.mark()).thenReturn(1L);
        when(lists.list(any(), any())).thenReturn(new Entries.Listed(List.of(), 0));
        assertThat(text(OVERVIEW + "&keyword=later")).contains("totalRes=\"0\"");
        when(words.mark()).thenReturn(2L);
        when(lists.list(any(), any())).thenReturn(new Entries.Listed(List.of(head()), 1));
        assertThat(text(OVERVIEW + "&keyword=later")).contains("totalRes=\"1\"");
    }

    @Test
    void of_an_unknown_product_nothing_is_found() throws Exception {
        for (String joint : List.of("+", "%2B")) {
            assertThat(text(OVERVIEW + "&cpeName=cpe:/a:nobody:a*" + joint + "cpe:/:nobody"))
                    .contains("<Result ", "totalRes=\"0\"", "retCd=\"0\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/myjvn?feed=hnd, XX00000004",
        "/myjvn?method=getOvalList&feed=hnd, XX00000002",
        "/myjvn?method=getVulnOverviewList&feed=, XX00000003",
        "/myjvn?method=getVulnOverviewList&feed=sec, XX00000001",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=1x, XX00000005",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=-1, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=999999999999, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&maxCountItem=51, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&datePublicStartY=2026&datePublicStartM=2&datePublicStartD=30, XX00000007",
        "/myjvn?method=getVulnOverviewList&feed=hnd&severity=x, XX00000008",
        "/myjvn?method=getVulnOverviewList&feed=hnd&cpeName=log4j, XX00000009",
        "/myjvn?method=getVulnOverviewList&feed=hnd&vector=CVSS:3.0/AV:N, XX00000008",
        "/myjvn?method=getVulnOverviewList&feed=hnd&vector=AV:N/AC:L/Au:N/C:P/I:P/A:P, XX00000008",
    })
    void a_wrong_question_is_answered_with_a_code(String address, String code) throws Exception {
        assertThat(text(address)).contains("retCd=\"1\"", "errCd=\"" + code + "\"", "totalRes=\"\"");
    }

    @Test
    void values_of_100_kilobytes_are_refused_and_not_repeated() throws Exception {
        String long100 = "x".repeat(100_000);
        MockHttpServletResponse told = mvc.perform(post("/myjvn")
                        .param("method", "getVulnOverviewList")
                        .param("feed", "hnd")
                        .param("cpeName", long100))
                .andReturn()
                .getResponse();
        assertThat(told.getContentAsString(StandardCharsets.UTF_8))
                .contains("XX00000010")
                .hasSizeLessThan(2_000);
    }

    @Test
    void programs_may_post_without_a_token_and_what_they_know_already_is_not_sent_again() throws Exception {
        mark(5L);
        MockHttpServletResponse first = mvc.perform(
                        post("/myjvn").param("method", "getVulnOverviewList").param("feed", "hnd"))
                .andReturn()
                .getResponse();
        assertThat(first.getStatus()).isEqualTo(200);
        String tag = Objects.requireNonNull(first.getHeader("ETag"));
        assertThat(statusFor(tag)).isEqualTo(304);
        mark(6L);
        assertThat(statusFor(tag)).as("the same, though the database changed").isEqualTo(304);
        mark(7L);
        when(entries.list(any())).thenReturn(new Entries.Listed(List.of(head()), 8));
        assertThat(statusFor(tag)).isEqualTo(200);
    }

    private int statusFor(String tag) throws Exception {
        return mvc.perform(get(URI.create(OVERVIEW)).header("If-None-Match", tag))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
