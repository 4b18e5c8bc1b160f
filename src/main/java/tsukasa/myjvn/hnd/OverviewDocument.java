package tsukasa.myjvn.hnd;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.Weakness;
import tsukasa.vulnerability.Weaknesses;

/// Entries as JVNRSS 3.2 with mod_sec 3.0. The order of the elements is the schema's.
@Component
class OverviewDocument {
    private static final Text TITLE = Text.of("脆弱性対策情報", "Vulnerability countermeasure information");
    private static final Text DOCUMENT = Text.of("関連文書", "Related document");
    private final PublicAddress address;
    private final Clock clock;
    private final Drafting drafting;
    private final Weaknesses weaknesses;
    private final AffectedNames names;
    private final CvssReader cvss;

    OverviewDocument(
            PublicAddress address,
            Clock clock,
            Drafting drafting,
            Weaknesses weaknesses,
            AffectedNames names,
            CvssReader cvss) {
        this.address = address;
        this.clock = clock;
        this.drafting = drafting;
        this.weaknesses = weaknesses;
        this.names = names;
        this.cvss = cvss;
    }

    record Item(EntryHead head, Entry entry) {}

    byte[] write(List<Item> items, Outcome outcome) {
        Language language = outcome.language();
        Xml xml = new Xml();
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
        channel(xml, items, language);
        items.forEach(item -> item(xml, item, language));
        outcome.write(xml);
        return xml.close().done();
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
        handling(xml);
        xml.open("items").open("rdf:Seq");
        items.forEach(item -> xml.empty("rdf:li", "rdf:resource", page(item, language)));
        xml.close().close().close();
    }

    private static void handling(Xml xml) {
        xml.open("sec:handling")
                .open("marking:Marking")
                .empty(
                        "marking:Marking_Structure",
                        "xsi:type",
                        "tlpMarking:TLPMarkingStructureType",
                        "marking_model_name",
                        "TLP",
                        "marking_model_ref",
                        "http://www.us-cert.gov/tlp/",
                        "color",
                        "WHITE")
                .close()
                .close();
    }

    private String page(Item item, Language language) {
        String path = "/vulnerabilities/" + item.head().number();
        return address.base() + path + (language == Language.EN ? "?lang=en" : "");
    }

    private void item(Xml xml, Item item, Language language) {
        EntryHead head = item.head();
        String page = page(item, language);
        xml.open("item", "rdf:about", page)
                .text("title", head.title().in(language))
                .text("link", page)
                .text("description", description(item, language))
                .text("sec:identifier", head.number().toString());
        references(xml, item.entry(), language);
        names.of(item.entry())
                .forEach(n ->
                        xml.text("sec:cpe", n.cpe(), "version", "2.2", "vendor", n.vendor(), "product", n.product()));
        scores(xml, item.entry());
        String updated = Dates.written(head.updated());
        xml.text("dc:date", updated)
                .text("dcterms:issued", Dates.written(head.registered()))
                .text("dcterms:modified", updated)
                .close();
    }

    /// With the mark that clients filter by, unless the text has it already.
    private String description(Item item, Language language) {
        String text = item.entry()
                .text(Kind.OVERVIEW, language)
                .orElseGet(() -> drafting.overview(item.entry()).in(language));
        String mark = item.head().standing().mark();
        boolean marked = mark.isEmpty() || language != Language.JA || text.startsWith(mark);
        return marked ? text : mark + " " + text;
    }

    private void references(Xml xml, Entry entry, Language language) {
        entry.cves().forEach(cve -> {
            String id = cve.toString();
            xml.text("sec:references", "https://www.cve.org/CVERecord?id=" + id, "source", "CVE", "id", id);
            xml.text("sec:references", "https://nvd.nist.gov/vuln/detail/" + id, "source", "NVD", "id", id);
        });
        entry.references().stream()
                .filter(r -> !r.url().isBlank())
                .forEach(r ->
                        xml.text("sec:references", r.url().strip(), "source", DOCUMENT.in(language), "id", called(r)));
        entry.cwes()
                .forEach(cwe -> xml.text(
                        "sec:references",
                        "https://cwe.mitre.org/data/definitions/" + cwe.substring(4) + ".html",
                        "id",
                        cwe,
                        "title",
                        weaknesses
                                        .find(cwe)
                                        .map(Weakness::name)
                                        .map(n -> n.in(language))
                                        .orElse(cwe) + "(" + cwe + ")"));
    }

    private static String called(Reference reference) {
        if (!reference.name().isBlank() && !reference.name().equals(reference.url())) {
            return reference.name();
        }
        try {
            String host = URI.create(reference.url().strip()).getHost();
            return host == null ? reference.url() : host;
        } catch (IllegalArgumentException e) {
            return reference.url();
        }
    }

    /// Clients recompute the score from the vector, so a vector that cannot be read is left out. The version of 3.1 is
    /// told as 3.0, as it always was here.
    private void scores(Xml xml, Entry entry) {
        for (String version : List.of("3", "2")) {
            entry.score(version).ifPresent(claim -> {
                if (cvss.read(claim.vector()) instanceof CvssReading.Read read) {
                    CvssScore base = read.scores().base();
                    xml.empty(
                            "sec:cvss",
                            "score",
                            base.toString(),
                            "severity",
                            word(base.severity().name()),
                            "vector",
                            claim.vector(),
                            "version",
                            version + ".0",
                            "type",
                            "Base");
                }
            });
        }
    }

    private static String word(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
