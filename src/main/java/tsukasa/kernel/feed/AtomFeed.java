package tsukasa.kernel.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// A feed as Atom (RFC 4287).
public final class AtomFeed {
    public static final MediaType TYPE = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final String SPACE = "http://www.w3.org/2005/Atom";
    /// XML 1.0 holds none of these, however they are escaped (production 2, Char), or would rather not (C1).
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}");

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] bytes(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new AtomFeed(xml).write(feed);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(SPACE);
        xml.writeAttribute(
                "xml", XMLConstants.XML_NS_URI, "lang", feed.language().tag());
        text("id", feed.id());
        text("title", feed.title());
        text("updated", feed.updated().toString());
        link("self", MediaType.APPLICATION_ATOM_XML, feed.self());
        link("alternate", MediaType.TEXT_HTML, feed.page());
        xml.writeStartElement("author");
        text("name", feed.author().name());
        if (feed.author().address() != null) {
            text("uri", feed.author().address());
        }
        xml.writeEndElement();
        for (Feed.Item item : feed.items()) {
            entry(item);
        }
        xml.writeEndElement();
    }

    private void entry(Feed.Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", item.id());
        text("title", item.title());
        link("alternate", MediaType.TEXT_HTML, item.page());
        if (item.published() != null) {
            text("published", item.published().toString());
        }
        text("updated", item.updated().toString());
        text("summary", item.summary());
        for (Feed.Category category : item.categories()) {
            xml.writeEmptyElement("category");
            attribute("term", category.term());
            if (category.label() != null) {
                attribute("label", category.label());
            }
        }
        xml.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(fit(text));
        xml.writeEndElement();
    }

    private void link(String relation, MediaType type, @Nullable String address) throws XMLStreamException {
        if (address != null) {
            xml.writeEmptyElement("link");
            attribute("rel", relation);
            attribute("type", type.toString());
            attribute("href", address);
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, fit(value));
    }

    private static String fit(String text) {
        return UNFIT.matcher(text).replaceAll("");
    }
}
