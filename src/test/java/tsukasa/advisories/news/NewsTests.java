package tsukasa.advisories.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.testing.OwnersDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class NewsTests {
    private final MockMvc client;
    private final JdbcClient database;
    private final ExampleEntries examples;

    @Autowired
    NewsTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.database = database;
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return client.perform(get(URI.create(address))).andReturn().getResponse();
    }

    /// The example's own product, so that entries of other tests do not come in between.
    private String product() {
        return "product="
                + database.sql("select id from vulnerability.product where key = 'kaze_web'")
                        .query(Long.class)
                        .single();
    }

    private String vendor() {
        return "vendor="
                + database.sql("select id from vulnerability.vendor where key = 'kaze'")
                        .query(Long.class)
                        .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vulnerabilities", "/alerts", "/vulnerabilities/JVNDB-1996-770001"})
    void pages_lead_readers_of_feeds_to_the_feed(String page) throws Exception {
        String text = ask(page + "?lang=en").getContentAsString(StandardCharsets.UTF_8);
        Matcher link = Pattern.compile("<link rel=\"alternate\" type=\"([^\"]+)\" title=\"[^\"]+\" href=\"([^\"]+)\">")
                .matcher(text);
        int count = 0;
        while (link.find()) {
            count++;
            String address = link.group(2).replace("&amp;", "&");
            assertThat(address).containsPattern("[?&]lang=en|/en/rss/");
            if (!address.endsWith(".rdf")) {
                MockHttpServletResponse feed = ask(address);
                assertThat(feed.getStatus()).as(address).isEqualTo(200);
                assertThat(feed.getContentType()).startsWith(link.group(1));
            }
        }
        assertThat(count).isPositive();
    }

    private JsonNode news(String question) throws Exception {
        MockHttpServletResponse answer = ask("/vulnerabilities/feed.json?" + question);
        assertThat(answer.getContentType()).startsWith("application/feed+json");
        return JsonMapper.builder().build().readTree(answer.getContentAsByteArray());
    }

    @Test
    void news_of_a_product_tell_what_changed_in_the_language_asked_for() throws Exception {
        JsonNode feed = news(product() + "&lang=en");
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("items")).hasSize(1);
        JsonNode item = feed.at("/items/0");
        assertThat(item.path("title").asString()).isEqualTo(ExampleEntries.number(1) + " Wind in Kaze Web");
        assertThat(item.path("content_text").asString()).contains("<Kaze> & you");
        assertThat(item.path("date_modified").asString()).isEqualTo("1996-04-05T06:07:08.900Z");
        assertThat(item.path("tags").toString()).contains("Critical", "KEV", "CWE-79");
        assertThat(news(product()).at("/items/0/content_text").asString()).isEqualTo("風が吹き抜けます。");
    }

    @Test
    void news_can_be_narrowed_to_what_matters() throws Exception {
        assertThat(news(product() + "&severity=critical,high").path("items")).hasSize(1);
        assertThat(news(product() + "&severity=low").path("items")).isEmpty();
        assertThat(news(vendor()).path("items")).hasSize(1);
        assertThat(news(vendor()).path("feed_url").asString()).endsWith("/vulnerabilities/feed.json?" + vendor());
        assertThat(news("vendor=999999999999").path("items")).isEmpty();
        assertThat(news(product() + "&kev=true&utm_source=x").path("items")).hasSize(1);
        assertThat(news(product() + "&severity=high").path("feed_url").asString())
                .endsWith("/vulnerabilities/feed.json?" + product() + "&severity=high");
    }

    @Test
    void the_same_news_come_as_atom() throws Exception {
        MockHttpServletResponse answer = ask("/vulnerabilities/feed.atom?" + product() + "&lang=en");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        Document feed = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getContentAsByteArray()));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagName("summary").item(0).getTextContent())
                .contains("<Kaze> & you");
        assertThat(feed.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("1996-04-05T06:07:08.900Z");
        assertThat(client.perform(get(URI.create("/vulnerabilities/feed.atom?" + product() + "&lang=en"))
                                .header("If-None-Match", String.valueOf(answer.getHeader("ETag"))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"severity=huge", "product=x", "product=-1", "product=99999999999999999999", "lang=fr", "kev=?"})
    void a_value_that_means_nothing_is_a_wrong_request(String question) throws Exception {
        assertThat(ask("/vulnerabilities/feed.json?" + question).getStatus()).isEqualTo(400);
    }

    @Test
    void the_site_map_leads_to_every_entry_in_parts() throws Exception {
        assertThat(ask("/sitemap.xml").getContentAsString()).contains("/sitemaps/vulnerabilities-399.xml</loc>");
        assertThat(ask("/sitemaps/vulnerabilities-399.xml").getContentAsString())
                .contains("/vulnerabilities/" + ExampleEntries.number(1) + "</loc><lastmod>1996-04-05T06:07:08Z")
                .contains(ExampleEntries.number(3));
        assertThat(ask("/sitemaps/vulnerabilities-398.xml").getContentAsString())
                .doesNotContain(ExampleEntries.number(1));
        for (String part : List.of("vulnerabilities-999999.xml", "vulnerabilities-x.xml", "..%5cx")) {
            assertThat(ask("/sitemaps/" + part).getStatus()).as(part).isBetween(400, 404);
        }
    }

    @Test
    void a_cve_number_leads_to_its_entry_by_get_and_post() throws Exception {
        String page = "/vulnerabilities/" + ExampleEntries.number(1);
        assertThat(ask("/ja/contents/1996/JVNDB-1996-770001.html").getRedirectedUrl())
                .isEqualTo("/vulnerabilities/JVNDB-1996-770001?lang=ja");
        assertThat(ask("/en/contents/1996/JVNDB-1996-770001.html").getRedirectedUrl())
                .isEqualTo("/vulnerabilities/JVNDB-1996-770001?lang=en");
        assertThat(ask("/en/contents/1997/JVNDB-1996-770001.html").getStatus()).isEqualTo(404);
        assertThat(ask("/cvesearch?cveId=" + ExampleEntries.FULL).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(client.perform(post("/cvesearch").param("cveId", ExampleEntries.FULL))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(page);
    }

    @Test
    void a_number_that_leads_nowhere_is_told_in_words_and_never_as_markup() throws Exception {
        assertThat(ask("/cvesearch?cveId=CVE-1996-99999999").getContentAsString())
                .contains("CVE-1996-99999999 の脆弱性対策情報は、登録されていません。");
        assertThat(ask("/cvesearch?lang=en&cveId=%3Cscript%3Ealert(1)").getContentAsString())
                .contains("is no CVE number")
                .doesNotContain("<script>alert(1)");
        assertThat(ask("/cvesearch").getContentAsString()).contains("CVE 番号から探す");
        assertThat(ask("/cvesearch?cveId=" + "9".repeat(5000)).getStatus()).isEqualTo(200);
    }
}
