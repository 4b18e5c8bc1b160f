package tsukasa.watching.telling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews.Happening;

/// The last happenings of a list as Atom (RFC 4287). Nothing in it tells the address it was read from.
@Component
class ListFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private final PublicAddress address;
    private final Settings settings;
    private final XMLOutputFactory xml = XMLOutputFactory.newInstance();

    ListFeed(PublicAddress address, Settings settings) {
        this.address = address;
        this.settings = settings;
    }

    byte[] atom(WatchList list, List<Happening> happenings) {
        Language language = list.language();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = xml.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.tag());
            text(out, "id", "urn:uuid:" + list.id());
            text(out, "title", Wording.feedTitle(list));
            text(
                    out,
                    "updated",
                    (happenings.isEmpty()
                                    ? list.madeAt()
                                    : happenings.getFirst().at())
                            .toString());
            link(out, address.base() + "/watch/lists/" + list.id());
            out.writeStartElement("author");
            text(out, "name", settings.agency().title().in(language));
            out.writeEndElement();
            for (Happening happening : happenings) {
                entry(out, list, happening);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter out, WatchList list, Happening happening) throws XMLStreamException {
        Language language = list.language();
        out.writeStartElement("entry");
        text(out, "id", "urn:uuid:" + list.id() + ":" + happening.id());
        text(out, "title", Wording.line(happening, language));
        link(out, address.base() + Wording.path(happening));
        text(out, "updated", happening.at().toString());
        text(out, "summary", Wording.reason(happening, language));
        out.writeEmptyElement("category");
        out.writeAttribute("term", happening.kind().name());
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(plain(text));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", "alternate");
        out.writeAttribute("href", href);
    }

    /// XML takes no control characters.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
