package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;

/// Entries as JVNRSS 3.2 with mod_sec 3.0.
@Component
class OverviewDocument {
    private static final Text TITLE = Text.of("脆弱性対策情報", "Vulnerability countermeasure information");
    private final PublicAddress address;
    private final Clock clock;
    private final ItemElement element;

    OverviewDocument(PublicAddress address, Clock clock, ItemElement element) {
        this.address = address;
        this.clock = clock;
        this.element = element;
    }

    byte[] write(List<Item> items, Outcome outcome) {
        Language language = outcome.language();
        return Xml.bytes(xml -> {
            open(xml, language);
            channel(xml, items, language);
            items.forEach(item -> element.write(xml, item, language, Dates::written));
            outcome.write(xml);
            xml.close();
        });
    }

    static void open(Xml xml, Language language) {
        xml.open(
                "rdf:RDF",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns",
                "http://purl.org/rss/1.0/",
                "xmlns:rss",
                "http://purl.org/rss/1.0/",
                "xmlns:rdf",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:sec",
                "http://jvn.jp/rss/mod_sec/3.0/",
                "xmlns:marking",
                "http://data-marking.mitre.org/Marking-1",
                "xmlns:tlpMarking",
                "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1",
                "xmlns:status",
                "http://jvndb.jvn.jp/myjvn/Status",
                "xsi:schemaLocation",
                "http://purl.org/rss/1.0/ https://jvndb.jvn.jp/schema/jvnrss_3.2.xsd "
                        + "http://jvndb.jvn.jp/myjvn/Status https://jvndb.jvn.jp/schema/status_3.3.xsd",
                "xml:lang",
                language.tag());
    }

    private void channel(Xml xml, List<Item> items, Language language) {
        String own = address.base() + "/myjvn";
        String now = Dates.written(clock.instant());
        xml.open("channel", "rdf:about", own)
                .text("title", TITLE.in(language))
                .text("link", own)
                .text("description", TITLE.in(language))
                .text("dc:date", now)
                .empty("dcterms:issued")
                .text("dcterms:modified", now);
        Handling.write(xml);
        xml.open("items").open("rdf:Seq");
        items.forEach(item -> xml.empty("rdf:li", "rdf:resource", item.page(address.base(), language)));
        xml.close().close().close();
    }
}
