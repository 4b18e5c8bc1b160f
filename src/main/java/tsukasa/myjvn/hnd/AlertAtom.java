package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeNames;

/// Alerts as Atom with mod_sec. Where there is none, one entry says so, as clients expect.
@Component
class AlertAtom {
    private static final Text NONE = Text.of("該当する注意警戒情報はありません。", "There is no such alert.");
    private final PublicAddress address;
    private final Settings settings;
    private final CpeNames names;
    private final Clock clock;

    AlertAtom(PublicAddress address, Settings settings, CpeNames names, Clock clock) {
        this.address = address;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    byte[] write(List<Alert> alerts, Outcome outcome) {
        Language language = outcome.language();
        return Xml.bytes(xml -> {
            open(xml, language);
            head(xml, language);
            alerts.forEach(alert -> entry(xml, alert, language));
            if (alerts.isEmpty()) {
                none(xml, language);
            }
            outcome.write(xml);
            xml.close();
        });
    }

    private static void open(Xml xml, Language language) {
        xml.open(
                "feed",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:sec",
                "http://jvn.jp/rss/mod_sec/3.0/",
                "xmlns:marking",
                "http://data-marking.mitre.org/Marking-1",
                "xmlns:tlpMarking",
                "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1",
                "xmlns:status",
                "http://jvndb.jvn.jp/myjvn/Status",
                "xsi:schemaLocation",
                "http://www.w3.org/2005/Atom https://jvndb.jvn.jp/schema/atom.xsd "
                        + "http://jvn.jp/rss/mod_sec/3.0/ https://jvndb.jvn.jp/schema/mod_sec_3.0.xsd "
                        + "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1 "
                        + "https://jvndb.jvn.jp/schema/tlp_marking.xsd "
                        + "http://jvndb.jvn.jp/myjvn/Status https://jvndb.jvn.jp/schema/status_3.3.xsd",
                "xml:lang",
                language.tag());
    }

    private void head(Xml xml, Language language) {
        xml.text("title", AlertTold.TITLE.in(language), "type", "text")
                .text("updated", Dates.written(clock.instant()))
                .text("id", address.base() + "/alerts")
                .empty(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        "text/html",
                        "hreflang",
                        language.tag(),
                        "href",
                        address.base() + "/alerts")
                .open("author")
                .text("name", settings.agency().title().in(language))
                .text("uri", address.base() + "/")
                .close();
        Handling.write(xml);
    }

    private void entry(Xml xml, Alert alert, Language language) {
        xml.open("entry")
                .text("title", alert.content().title().in(language))
                .text("id", AlertTold.identifier(alert))
                .text("summary", alert.content().summary().in(language))
                .empty("link", "href", address.base() + alert.address())
                .text("published", Dates.written(alert.published()))
                .text("updated", Dates.written(alert.updated()))
                .empty(
                        "category",
                        "term",
                        AlertTold.term(alert.content().urgency()),
                        "label",
                        AlertTold.label(alert.content().urgency()))
                .open("sec:items");
        AlertTold.items(alert, address.base(), language, names).forEach(item -> item(xml, alert, item));
        xml.close().close();
    }

    private static void item(Xml xml, Alert alert, AlertTold.Item item) {
        xml.open("sec:item")
                .text("sec:title", item.title())
                .text("sec:identifier", item.identifier())
                .text("sec:summary", item.summary())
                .empty("sec:link", "href", item.link());
        item.cves()
                .forEach(cve -> xml.text(
                        "sec:references", "https://www.cve.org/CVERecord?id=" + cve, "source", "CVE", "id", cve));
        item.cpes()
                .forEach(cpe -> xml.text(
                        "sec:cpe", cpe.name(), "version", "2.2", "vendor", cpe.vendor(), "product", cpe.product()));
        xml.text("sec:published", Dates.written(alert.published()))
                .text("sec:updated", Dates.written(alert.updated()))
                .close();
    }

    private void none(Xml xml, Language language) {
        xml.open("entry")
                .text("title", NONE.in(language))
                .text("id", address.base() + "/alerts")
                .text("updated", Dates.written(clock.instant()))
                .close();
    }
}
