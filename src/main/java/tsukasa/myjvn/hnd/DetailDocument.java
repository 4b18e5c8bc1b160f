package tsukasa.myjvn.hnd;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;

/// Entries with everything about them, as VULDEF 3.2.
@Component
class DetailDocument {
    private final VulinfoElement element;

    DetailDocument(VulinfoElement element) {
        this.element = element;
    }

    byte[] write(List<Item> items, Outcome outcome) {
        return Xml.bytes(xml -> {
            open(xml, outcome.language());
            items.forEach(item -> element.write(xml, item, outcome.language()));
            close(xml, outcome);
        });
    }

    static void open(Xml xml, Language language) {
        xml.open(
                "VULDEF-Document",
                "version",
                "3.2",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns",
                "http://jvn.jp/vuldef/",
                "xmlns:vuldef",
                "http://jvn.jp/vuldef/",
                "xmlns:status",
                "http://jvndb.jvn.jp/myjvn/Status",
                "xmlns:sec",
                "http://jvn.jp/rss/mod_sec/3.0/",
                "xmlns:marking",
                "http://data-marking.mitre.org/Marking-1",
                "xmlns:tlpMarking",
                "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1",
                "xsi:schemaLocation",
                "http://jvn.jp/vuldef/ https://jvndb.jvn.jp/schema/vuldef_3.2.xsd "
                        + "http://jvn.jp/rss/mod_sec/3.0/ https://jvndb.jvn.jp/schema/mod_sec_3.0.xsd "
                        + "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1 "
                        + "https://jvndb.jvn.jp/schema/tlp_marking.xsd "
                        + "http://jvndb.jvn.jp/myjvn/Status https://jvndb.jvn.jp/schema/status_3.3.xsd",
                "xml:lang",
                language.tag());
    }

    static void close(Xml xml, Outcome outcome) {
        Handling.write(xml);
        outcome.write(xml);
        xml.close();
    }
}
