package tsukasa.advisories.news;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Products;

/// The entries that changed last, as JSON Feed 1.1 and as Atom (RFC 4287).
@Component
class News {
    private static final Text TITLE = Text.of("脆弱性対策情報", "Vulnerability countermeasure information");
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST_PRODUCTS = 10_000;
    private final Entries entries;
    private final Products products;
    private final Drafting drafting;
    private final PublicAddress address;
    private final Settings settings;
    private final XMLOutputFactory xml = XMLOutputFactory.newInstance();
    private final JsonMapper json = JsonMapper.builder().build();

    News(Entries entries, Products products, Drafting drafting, PublicAddress address, Settings settings) {
        this.entries = entries;
        this.products = products;
        this.drafting = drafting;
        this.address = address;
        this.settings = settings;
    }

    /// @param items the latest first
    record Page(NewsAsked asked, List<Told> items) {
        Optional<Instant> updated() {
            return items.stream().findFirst().map(each -> each.head().updated());
        }
    }

    Page page(NewsAsked asked) {
        Set<Long> about = about(asked);
        boolean nothing = about.isEmpty() && !asked.vendors().isEmpty();
        List<EntryHead> heads =
                nothing ? List.of() : entries.list(asked.question(about)).heads();
        Map<EntryId, Entry> whole = new HashMap<>();
        entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
        return new Page(
                asked,
                heads.stream()
                        .filter(head -> whole.containsKey(head.number()))
                        .map(head -> new Told(head, Objects.requireNonNull(whole.get(head.number())), drafting))
                        .toList());
    }

    private Set<Long> about(NewsAsked asked) {
        Set<Long> about = new HashSet<>(asked.products());
        if (!asked.vendors().isEmpty()) {
            products.products("", asked.vendors(), 0, MOST_PRODUCTS)
                    .items()
                    .forEach(product -> about.add(product.id()));
        }
        return about;
    }

    private String feed(NewsAsked asked, String ending) {
        return address.base() + "/vulnerabilities/feed." + ending + asked.query();
    }

    private String address(Told told, Language language) {
        String page = address.base() + "/vulnerabilities/" + told.head().number();
        return language == Language.EN ? page + "?lang=en" : page;
    }

    /// How serious, known to be exploited, kinds of weakness.
    private static List<String> tags(EntryHead head, Language language) {
        return Stream.of(
                        Stream.ofNullable(head.severity())
                                .map(severity -> severity.word().in(language)),
                        Stream.ofNullable(head.exploited()).map(_ -> "KEV"),
                        head.cwes().stream())
                .flatMap(each -> each)
                .toList();
    }

    byte[] jsonFeed(Page page) {
        Language language = page.asked().language();
        ObjectNode feed = json.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", TITLE.in(language))
                .put("home_page_url", address.base() + "/vulnerabilities")
                .put("feed_url", feed(page.asked(), "json"))
                .put("language", language.tag());
        feed.putArray("authors")
                .addObject()
                .put("name", settings.agency().title().in(language))
                .put("url", address.base() + "/");
        ArrayNode items = feed.putArray("items");
        for (Told told : page.items()) {
            ObjectNode item = items.addObject()
                    .put("id", address(told, Language.JA))
                    .put("url", address(told, language))
                    .put("title", told.head().number() + " " + told.title(language))
                    .put("content_text", told.overview(language))
                    .put("date_published", told.head().registered().toString())
                    .put("date_modified", told.head().updated().toString());
            ArrayNode tags = item.putArray("tags");
            tags(told.head(), language).forEach(tags::add);
        }
        return json.writeValueAsBytes(feed);
    }

    byte[] atom(Page page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = xml.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            Language language = page.asked().language();
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.tag());
            text(out, "id", feed(page.asked(), "atom"));
            text(out, "title", TITLE.in(language));
            text(out, "updated", page.updated().orElse(Instant.EPOCH).toString());
            link(out, "self", feed(page.asked(), "atom"));
            link(out, "alternate", address.base() + "/vulnerabilities");
            out.writeStartElement("author");
            text(out, "name", settings.agency().title().in(language));
            out.writeEndElement();
            for (Told told : page.items()) {
                entry(out, told, language);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("news cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter out, Told told, Language language) throws XMLStreamException {
        out.writeStartElement("entry");
        text(out, "id", address(told, Language.JA));
        text(out, "title", told.head().number() + " " + told.title(language));
        link(out, "alternate", address(told, language));
        text(out, "published", told.head().registered().toString());
        text(out, "updated", told.head().updated().toString());
        text(out, "summary", told.overview(language));
        for (String tag : tags(told.head(), language)) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", tag);
        }
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(plain(text));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String rel, String address) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", address);
    }

    /// XML takes no control characters.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
