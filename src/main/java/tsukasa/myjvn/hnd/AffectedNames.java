package tsukasa.myjvn.hnd;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.SourceRecord;

/// The products that an entry calls vulnerable, by CPE 2.2 name without version.
@Component
class AffectedNames {
    private final CpeNames names;

    AffectedNames(CpeNames names) {
        this.names = names;
    }

    record Named(String cpe, String vendor, String product) {}

    /// Each once; the words of a source that names the product in words count before those of the CPE name.
    Collection<Named> of(Entry entry) {
        Map<String, Named> found = new LinkedHashMap<>();
        for (SourceRecord said : entry.records()) {
            for (AffectedProduct product :
                    said.products().stream().filter(AffectedProduct::affects).toList()) {
                product.cpes().forEach(cpe -> add(found, cpe, product.vendor(), product.product()));
            }
        }
        for (SourceRecord said : entry.records()) {
            said.configurations()
                    .forEach(configuration -> configuration.each(match -> {
                        if (match.vulnerable()) {
                            add(found, match.cpe(), "", "");
                        }
                    }));
        }
        return found.values();
    }

    private void add(Map<String, Named> found, String cpe, String vendor, String product) {
        named(cpe, vendor, product).ifPresent(named -> found.putIfAbsent(named.cpe(), named));
    }

    /// @param vendor  as a source writes it, else what the CPE name says
    /// @param product likewise
    Optional<Named> named(String cpe, String vendor, String product) {
        if (!(names.read(cpe) instanceof CpeReading.Read read)) {
            return Optional.empty();
        }
        CpeName whole = read.name();
        String uri = names.uri(whole.bare());
        return Optional.of(new Named(uri, words(vendor, whole.vendor()), words(product, whole.product())));
    }

    private static String words(String written, CpeValue key) {
        return written.isBlank() ? key.text().replace("\\", "").replace('_', ' ') : written;
    }
}
