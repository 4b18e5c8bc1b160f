package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.WeaknessClaim;

/// One entry, asked for in every way. The published schemas, where they are beside the repository, judge the answer
/// with
/// hits as they are, without mending.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class OverviewTests {
    private static final Path SCHEMA = Path.of("../shared/data/myjvn/schemas/hnd/jvnrss_3.2.xsd");
    private static final String OVERVIEW = "/myjvn?method=getVulnOverviewList&feed=hnd";
    private static final EntryId ID = new EntryId(2026, 100_001);
    private static final Instant NOON = Instant.parse("2026-03-05T03:00:01.987Z");
    private final AtomicReference<EntryQuestion> asked = new AtomicReference<>();
    private final MockMvc mvc;

    @MockitoBean
    private Entries entries;

    @Autowired
    OverviewTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void oneEntry() {
        EntryHead head = new EntryHead(
                1,
                ID,
                new CveId(2026, 1001),
                Standing.DISPUTED,
                Text.of("風 & <海>", "Kaze"),
                Severity.CRITICAL,
                98,
                List.of("CWE-79"),
                null,
                NOON,
                NOON,
                NOON);
        SourceRecord record = new SourceRecord(
                Feed.NVD,
                "CVE-2026-1001",
                List.of(),
                Standing.DISPUTED,
                NOON,
                NOON,
                List.of(new Passage(Passage.Kind.OVERVIEW, Language.JA, "nvd", "制\u0000御\u001b文字 😀")),
                List.of(
                        new ScoreClaim("nvd", true, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98),
                        new ScoreClaim("nvd", true, "AV:N/AC:L/Au:N/C:P/I:P/A:P", 75)),
                List.of(new WeaknessClaim("nvd", "CWE-79")),
                List.of(new Reference("https://example.org/a?b=1&c=2", "", List.of())),
                List.of(),
                List.of(),
                List.of(),
                null);
        when(entries.mark()).thenReturn(System.nanoTime());
        when(entries.read(anyCollection()))
                .thenReturn(List.of(new Entry(ID, List.of("CVE-2026-1001"), List.of(record))));
        when(entries.list(any())).thenAnswer(call -> {
            asked.set(call.getArgument(0));
            return new Entries.Listed(List.of(head), 7);
        });
    }

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

    @Test
    void an_answer_with_hits_is_valid_by_the_published_schema() throws Exception {
        assumeTrue(Files.exists(SCHEMA), "the published schemas are not beside the repository");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMA.toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(text(OVERVIEW + "&startItem=1&severity=c&lang=en"))));
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
    void of_an_unknown_product_nothing_is_found() throws Exception {
        for (String joint : List.of("+", "%2B")) {
            assertThat(text(OVERVIEW + "&cpeName=cpe:/a:nobody:a*" + joint + "cpe:/:nobody"))
                    .contains("<Result ", "totalRes=\"0\"", "retCd=\"0\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/myjvn?feed=hnd, XX00000001",
        "/myjvn?method=getAlertList&feed=hnd, XX00000002",
        "/myjvn?method=getVulnOverviewList&feed=, XX00000003",
        "/myjvn?method=getVulnOverviewList&feed=oka, XX00000004",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=1x, XX00000005",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=-1, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&startItem=999999999999, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&maxCountItem=51, XX00000006",
        "/myjvn?method=getVulnOverviewList&feed=hnd&datePublicStartY=2026&datePublicStartM=2&datePublicStartD=30, XX00000007",
        "/myjvn?method=getVulnOverviewList&feed=hnd&severity=x, XX00000008",
        "/myjvn?method=getVulnOverviewList&feed=hnd&cpeName=log4j, XX00000009",
        "/myjvn?method=getVulnOverviewList&feed=hnd&keyword=tomcat, XX00000011",
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
        when(entries.mark()).thenReturn(5L);
        MockHttpServletResponse first = mvc.perform(
                        post("/myjvn").param("method", "getVulnOverviewList").param("feed", "hnd"))
                .andReturn()
                .getResponse();
        assertThat(first.getStatus()).isEqualTo(200);
        String tag = Objects.requireNonNull(first.getHeader("ETag"));
        assertThat(mvc.perform(get(URI.create(OVERVIEW)).header("If-None-Match", tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        when(entries.mark()).thenReturn(6L);
        assertThat(mvc.perform(get(URI.create(OVERVIEW)).header("If-None-Match", tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private String text(String address) throws Exception {
        MockHttpServletResponse told =
                mvc.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(told.getStatus()).isEqualTo(200);
        assertThat(told.getContentType()).startsWith("text/xml");
        return told.getContentAsString(StandardCharsets.UTF_8);
    }
}
