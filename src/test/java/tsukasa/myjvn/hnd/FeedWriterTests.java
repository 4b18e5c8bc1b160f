package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.round.Round;
import tsukasa.myjvn.FeedDocuments;
import tsukasa.myjvn.FeedDocuments.Shape;
import tsukasa.myjvn.FeedDocuments.Sheet;
import tsukasa.vulnerability.Catalogue.Made;
import tsukasa.vulnerability.Catalogue.Maker;
import tsukasa.vulnerability.EntryLists.Numbered;

@Covers("Ⅰ-1-(1-2)-②-a")
class FeedWriterTests extends HndExample {
    @Autowired
    private FeedDocuments documents;

    @Autowired
    @Qualifier("feedFiles")
    private Round round;

    private String written(Shape shape, Language language, List<Numbered> numbers) {
        when(entries.heads(anyCollection())).thenReturn(List.of(head()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents.entries(
                numbers, List.of(new Sheet(shape, language, "https://a.example/x.rdf", Text.of("題", "Title"), out)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String one(Shape shape, Language language) {
        return written(shape, language, List.of(new Numbered(1, ID)));
    }

    @Test
    void the_former_files_have_the_older_name_and_dates_without_seconds() {
        assertThat(one(Shape.FORMER, Language.JA))
                .contains("<rdf:RDF ", "xmlns:sec=\"http://jvn.jp/rss/mod_sec/\"", "jvnrss_2.0.xsd")
                .contains("<dcterms:issued>2026-03-05T12:00+09:00</dcterms:issued>")
                .contains("<dcterms:modified>2026-03-05T12:00+09:00</dcterms:modified>")
                .contains("<dc:date>2026-03-05T12:00+09:00</dc:date>", "<sec:identifier>JVNDB-2026-100001<")
                .contains("source=\"CVE\" id=\"CVE-2026-1001\"", "** 未確定 **", "version=\"3.0\"")
                .doesNotContain("mod_sec/3.0/", "status:Status", "sec:handling");
    }

    @Test
    void the_new_files_are_told_as_the_api_tells_and_valid_by_the_published_schemas() throws Exception {
        for (Language language : Language.values()) {
            PublishedSchemas.check(one(Shape.OVERVIEW, language));
            PublishedSchemas.check(one(Shape.DETAIL, language));
            PublishedSchemas.check(written(Shape.OVERVIEW, language, List.of()));
            PublishedSchemas.check(catalogue(out -> documents.vendors(language, out)));
            PublishedSchemas.check(catalogue(out -> documents.products(language, out)));
        }
        assertThat(one(Shape.OVERVIEW, Language.EN))
                .contains("<dcterms:modified>2026-03-05T12:00:01+09:00</dcterms:modified>", "totalRes=\"1\"");
    }

    private String catalogue(Consumer<ByteArrayOutputStream> writing) {
        Maker kaze = new Maker(7, "kaze", Text.of("風", "Kaze"));
        doAnswer(call -> {
                    Consumer<Maker> taker = call.getArgument(0);
                    taker.accept(kaze);
                    return null;
                })
                .when(catalogue)
                .vendors(any(Consumer.class));
        doAnswer(call -> {
                    Consumer<Made> taker = call.getArgument(0);
                    taker.accept(new Made(70, "a", "gateway", Text.same("Gateway"), "kaze", kaze));
                    return null;
                })
                .when(catalogue)
                .products(any(Consumer.class));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void a_document_without_entries_is_well_formed(Shape shape) throws Exception {
        String text = written(shape, Language.JA, List.of());
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo(shape == Shape.DETAIL ? "VULDEF-Document" : "rdf:RDF");
    }

    /// Who has the list already is told so by its tag or its date.
    private void checksums() throws Exception {
        MockHttpServletResponse list =
                mvc.perform(get("/ja/feed/checksum.txt")).andReturn().getResponse();
        assertThat(list.getContentAsString()).contains("jvndb_2007.rdf", "\"sha256\"");
        assertThat(list.getContentType()).startsWith("text/plain");
        MockHttpServletResponse head = mvc.perform(MockMvcRequestBuilders.head("/ja/feed/checksum.txt"))
                .andReturn()
                .getResponse();
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(head.getContentLengthLong()).isEqualTo(list.getContentAsByteArray().length);
        String tag = Objects.requireNonNull(head.getHeader("ETag"));
        assertThat(tag).as("strong").startsWith("\"");
        String date = Objects.requireNonNull(head.getHeader("Last-Modified"));
        assertThat(asked("If-None-Match", tag)).isEqualTo(304);
        assertThat(asked("If-Modified-Since", date)).isEqualTo(304);
        assertThat(asked("If-None-Match", "\"another\"")).isEqualTo(200);
    }

    private int asked(String header, String value) throws Exception {
        return mvc.perform(get("/ja/feed/checksum.txt").header(header, value))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void files_are_where_clients_have_been_fetching_them() throws Exception {
        mark(0L);
        round.work().look(() -> true);
        for (String path : List.of(
                "/ja/rss/jvndb.rdf",
                "/ja/rss/jvndb_new.rdf",
                "/en/rss/years/jvndb_2007.rdf",
                "/ja/feed/detail/jvndb_detail_1998.rdf")) {
            MockHttpServletResponse told = mvc.perform(get(path)).andReturn().getResponse();
            assertThat(told.getStatus()).as(path).isEqualTo(200);
            assertThat(told.getContentLengthLong()).isEqualTo(told.getContentAsByteArray().length);
            assertThat(told.getContentType()).contains("xml");
        }
        checksums();
        for (String path :
                List.of("/ja/rss/years/jvndb_1900.rdf", "/ja/rss/..%2F..%2Flist.json", "/ja/rss/list.json")) {
            assertThat(mvc.perform(get(URI.create(path)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isBetween(400, 404);
        }
    }
}
