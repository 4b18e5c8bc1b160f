package tsukasa.alerts.showing;

import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;

/// Alerts for programs: an Atom feed (RFC 4287) and JSON.
@Component
class AlertFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private final PublicAddress address;

    AlertFeed(PublicAddress address) {
        this.address = address;
    }

    /// @param alerts the last updated first
    String atom(List<Alert> alerts, Language language) {
        try {
            StringWriter out = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.tag());
            text(xml, "title", Text.of("注意喚起", "Alerts").in(language));
            text(xml, "id", address.of("/alerts").toString());
            text(
                    xml,
                    "updated",
                    alerts.isEmpty()
                            ? Instant.EPOCH.toString()
                            : alerts.getFirst().updated().toString());
            link(
                    xml,
                    "self",
                    address.of("/alerts/feed.atom?lang=" + language.tag()).toString());
            link(xml, "alternate", address.of("/alerts").toString());
            xml.writeStartElement("author");
            text(xml, "name", "Tsukasa");
            xml.writeEndElement();
            for (Alert alert : alerts) {
                entry(xml, alert, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void entry(XMLStreamWriter xml, Alert alert, Language language) throws XMLStreamException {
        String page = address.of(alert.address()).toString();
        xml.writeStartElement("entry");
        text(xml, "title", clean(alert.content().title().in(language)));
        text(xml, "id", page);
        text(xml, "published", alert.published().toString());
        text(xml, "updated", alert.updated().toString());
        link(xml, "alternate", page);
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", alert.content().urgency().word().en());
        xml.writeAttribute("label", alert.content().urgency().word().in(language));
        text(xml, "summary", clean(alert.content().summary().in(language)));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String to) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", to);
    }

    /// Control characters have no place in XML.
    private static String clean(String words) {
        return words.replaceAll("[\\p{Cc}&&[^\n\t]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}", "");
    }

    Map<String, Object> json(Alert alert) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", alert.number().toString());
        told.put("standing", alert.standing());
        told.put("published", alert.published());
        told.put("updated", alert.updated());
        told.put("address", address.of(alert.address()).toString());
        told.put("urgency", alert.content().urgency());
        told.put("title", alert.content().title());
        told.put("summary", alert.content().summary());
        told.put("action", alert.content().action());
        told.put("products", alert.content().products());
        told.put("cves", alert.content().cves().stream().map(Object::toString).toList());
        told.put("references", alert.content().references());
        told.put("contact", alert.content().contact());
        told.put("editions", alert.editions());
        return told;
    }
}
