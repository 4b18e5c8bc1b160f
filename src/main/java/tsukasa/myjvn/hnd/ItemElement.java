package tsukasa.myjvn.hnd;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.Weakness;
import tsukasa.vulnerability.Weaknesses;

/// An entry in RSS with mod_sec. The order of the elements is the schema's.
@Component
class ItemElement {
    private static final Text DOCUMENT = Text.of("関連文書", "Related document");
    private final PublicAddress address;
    private final Drafting drafting;
    private final Weaknesses weaknesses;
    private final AffectedNames names;
    private final ScoreReading scores;

    ItemElement(
            PublicAddress address, Drafting drafting, Weaknesses weaknesses, AffectedNames names, ScoreReading scores) {
        this.address = address;
        this.drafting = drafting;
        this.weaknesses = weaknesses;
        this.names = names;
        this.scores = scores;
    }

    /// @param dates how moments are written
    void write(Xml xml, Item item, Language language, Function<Instant, String> dates) {
        EntryHead head = item.head();
        String page = item.page(address.base(), language);
        xml.open("item", "rdf:about", page)
                .text("title", head.title().in(language))
                .text("link", page)
                .text("description", item.overview(language, drafting))
                .text("sec:identifier", head.number().toString());
        references(xml, item.entry(), language);
        names.of(item.entry())
                .forEach(n ->
                        xml.text("sec:cpe", n.cpe(), "version", "2.2", "vendor", n.vendor(), "product", n.product()));
        List<ScoreReading.Told> known = scores.chosen(item.entry(), "3.0", "2.0");
        (known.isEmpty() ? scores.chosen(item.entry(), "4.0") : known).forEach(score -> score(xml, score));
        String updated = dates.apply(head.updated());
        xml.text("dc:date", updated)
                .text("dcterms:issued", dates.apply(head.registered()))
                .text("dcterms:modified", updated)
                .close();
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
                        "sec:references", weaknessPage(cwe), "id", cwe, "title", weakness(weaknesses, cwe, language)));
    }

    static String weaknessPage(String cwe) {
        return "https://cwe.mitre.org/data/definitions/" + cwe.substring(4) + ".html";
    }

    static String weakness(Weaknesses weaknesses, String cwe, Language language) {
        return weaknesses.find(cwe).map(Weakness::name).map(n -> n.in(language)).orElse(cwe) + "(" + cwe + ")";
    }

    /// By its name, else by the site it is on.
    static String called(Reference reference) {
        return !reference.name().isBlank() && !reference.name().equals(reference.url())
                ? reference.name()
                : host(reference.url());
    }

    static String host(String url) {
        try {
            String host = URI.create(url.strip()).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static void score(Xml xml, ScoreReading.Told score) {
        xml.empty(
                "sec:cvss",
                "score",
                score.base().toString(),
                "severity",
                score.severity(),
                "vector",
                score.vector(),
                "version",
                score.version(),
                "type",
                "Base");
    }
}
