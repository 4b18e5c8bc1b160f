package tsukasa.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Language;

class FeedTests {
    private static final Instant MORNING = Instant.parse("2026-04-01T00:30:00Z");
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00.500Z");

    private static Feed.Item item(String title, String summary) {
        return new Feed.Item(
                "urn:example:1",
                title,
                "https://tsukasa.example/one?lang=en&x=1",
                MORNING,
                NOON,
                summary,
                List.of(new Feed.Category("Critical", "緊急"), new Feed.Category("CWE-79")));
    }

    private static Feed feed(Feed.Item... items) {
        return new Feed(
                "https://tsukasa.example/news",
                "新着",
                Language.JA,
                NOON,
                "https://tsukasa.example/news/feed?a=1&b=2",
                "https://tsukasa.example/news",
                new Feed.Author("機構", "https://tsukasa.example/"),
                List.of(items));
    }

    /// A feed whose address only its owner knows, with an item that has nothing to spare.
    private static Feed bare() {
        Feed.Item item = new Feed.Item("urn:example:2", "t", "https://tsukasa.example/2", null, NOON, "", List.of());
        return new Feed("urn:example", "t", Language.EN, NOON, null, "p", new Feed.Author("Tsukasa"), List.of(item));
    }

    private static Element atom(Feed feed) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(AtomFeed.bytes(feed)))
                .getDocumentElement();
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                assertThat(element.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element of, String name) {
        assertThat(children(of, name)).as(name).hasSize(1);
        return children(of, name).getFirst().getTextContent();
    }

    @Test
    void an_atom_feed_has_what_the_standard_demands_of_feeds_and_of_entries() throws Exception {
        Element feed = atom(feed(item("題", "まとめ")));
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("ja");
        assertThat(text(feed, "id")).isEqualTo("https://tsukasa.example/news");
        assertThat(text(feed, "title")).isEqualTo("新着");
        assertThat(text(feed, "updated")).isEqualTo("2026-04-01T03:00:00.500Z");
        Element author = children(feed, "author").getFirst();
        assertThat(text(author, "name")).isEqualTo("機構");
        assertThat(text(author, "uri")).isEqualTo("https://tsukasa.example/");
        Element entry = children(feed, "entry").getFirst();
        assertThat(text(entry, "id")).isEqualTo("urn:example:1");
        assertThat(text(entry, "title")).isEqualTo("題");
        assertThat(text(entry, "published")).isEqualTo("2026-04-01T00:30:00Z");
        assertThat(text(entry, "updated")).isEqualTo("2026-04-01T03:00:00.500Z");
        assertThat(text(entry, "summary")).isEqualTo("まとめ");
        assertThat(children(entry, "category"))
                .extracting(each -> each.getAttribute("term"), each -> each.getAttribute("label"))
                .containsExactly(tuple("Critical", "緊急"), tuple("CWE-79", ""));
    }

    @Test
    void links_say_what_they_lead_to() throws Exception {
        Element feed = atom(feed(item("題", "まとめ")));
        assertThat(children(feed, "link"))
                .extracting(each ->
                        each.getAttribute("rel") + " " + each.getAttribute("type") + " " + each.getAttribute("href"))
                .containsExactly(
                        "self application/atom+xml https://tsukasa.example/news/feed?a=1&b=2",
                        "alternate text/html https://tsukasa.example/news");
        assertThat(children(children(feed, "entry").getFirst(), "link"))
                .extracting(each -> each.getAttribute("rel") + " " + each.getAttribute("href"))
                .containsExactly("alternate https://tsukasa.example/one?lang=en&x=1");
    }

    @Test
    void markup_in_words_stays_words() throws Exception {
        Element entry = children(atom(feed(item("<b>&amp;", "]]> \"x\"\n\t<script>"))), "entry")
                .getFirst();
        assertThat(text(entry, "title")).isEqualTo("<b>&amp;");
        assertThat(text(entry, "summary")).isEqualTo("]]> \"x\"\n\t<script>");
    }

    @Test
    void what_xml_cannot_hold_is_left_out_and_what_it_can_is_kept() throws Exception {
        Element entry = children(
                        atom(feed(item("a\u0000b\u001bc\ud83d\ude00d\ud800e\ufffef\u0085g", "\u0007鐘"))), "entry")
                .getFirst();
        assertThat(text(entry, "title")).isEqualTo("abc\ud83d\ude00defg");
        assertThat(text(entry, "summary")).isEqualTo("鐘");
    }

    @Test
    void a_json_feed_says_the_same() {
        JsonNode feed = JsonMapper.builder().build().readTree(JsonFeed.bytes(feed(item("<題>", "まとめ"))));
        assertThat(feed).isEqualTo(JsonMapper.builder().build().readTree("""
                {
                  "version": "https://jsonfeed.org/version/1.1",
                  "title": "新着",
                  "home_page_url": "https://tsukasa.example/news",
                  "feed_url": "https://tsukasa.example/news/feed?a=1&b=2",
                  "language": "ja",
                  "authors": [{"name": "機構", "url": "https://tsukasa.example/"}],
                  "items": [{
                    "id": "urn:example:1",
                    "url": "https://tsukasa.example/one?lang=en&x=1",
                    "title": "<題>",
                    "content_text": "まとめ",
                    "date_published": "2026-04-01T00:30:00Z",
                    "date_modified": "2026-04-01T03:00:00.500Z",
                    "tags": ["緊急", "CWE-79"]
                  }]
                }
                """));
    }

    @Test
    void what_is_not_known_is_not_said() throws Exception {
        Element feed = atom(bare());
        assertThat(children(feed, "link"))
                .extracting(each -> each.getAttribute("rel"))
                .containsExactly("alternate");
        assertThat(children(children(feed, "author").getFirst(), "uri")).isEmpty();
        assertThat(children(children(feed, "entry").getFirst(), "published")).isEmpty();
        JsonNode json = JsonMapper.builder().build().readTree(JsonFeed.bytes(bare()));
        assertThat(json.has("feed_url")).isFalse();
        assertThat(json.at("/authors/0").has("url")).isFalse();
        assertThat(json.at("/items/0").has("date_published")).isFalse();
    }
}
