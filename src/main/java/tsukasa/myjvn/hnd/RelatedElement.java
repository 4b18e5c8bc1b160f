package tsukasa.myjvn.hnd;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.Weaknesses;

/// Where more is written, and what kind of weakness it is.
@Component
class RelatedElement {
    private static final Set<String> OF_VENDOR = Set.of("vendor advisory", "vendor-advisory", "patch");
    private final Weaknesses weaknesses;

    RelatedElement(Weaknesses weaknesses) {
        this.weaknesses = weaknesses;
    }

    void write(Xml xml, Entry entry, Language language) {
        List<CveId> cves = entry.cves();
        List<Reference> references =
                entry.references().stream().filter(r -> !r.url().isBlank()).toList();
        List<String> cwes = entry.cwes();
        if (cves.isEmpty() && references.isEmpty() && cwes.isEmpty()) {
            return;
        }
        xml.open("Related");
        cves.forEach(cve -> listed(xml, cve.toString()));
        for (Reference reference : references) {
            item(
                    xml,
                    ofVendor(reference) ? "vendor" : "advisory",
                    ItemElement.host(reference.url()),
                    ItemElement.called(reference),
                    reference.url().strip());
        }
        for (String cwe : cwes) {
            xml.open("RelatedItem", "type", "cwe")
                    .text("Name", "JVNDB")
                    .text("VulinfoID", cwe)
                    .text("Title", ItemElement.weakness(weaknesses, cwe, language))
                    .text("URL", ItemElement.weaknessPage(cwe))
                    .close();
        }
        xml.close();
    }

    private static void listed(Xml xml, String id) {
        String list = "Common Vulnerabilities and Exposures (CVE)";
        item(xml, "advisory", list, id, "https://www.cve.org/CVERecord?id=" + id);
        item(xml, "advisory", "National Vulnerability Database (NVD)", id, "https://nvd.nist.gov/vuln/detail/" + id);
    }

    private static void item(Xml xml, String type, String name, String id, String url) {
        xml.open("RelatedItem", "type", type)
                .text("Name", name)
                .text("VulinfoID", id)
                .text("URL", url)
                .close();
    }

    private static boolean ofVendor(Reference reference) {
        return reference.tags().stream().anyMatch(tag -> OF_VENDOR.contains(tag.toLowerCase(Locale.ROOT)));
    }
}
