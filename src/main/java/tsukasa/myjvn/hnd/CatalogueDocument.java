package tsukasa.myjvn.hnd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Catalogue.Made;
import tsukasa.vulnerability.Catalogue.Maker;

/// Lists of vendors and of products, vendor by vendor.
@Component
class CatalogueDocument {
    private final CatalogueNames names;

    CatalogueDocument(CatalogueNames names) {
        this.names = names;
    }

    byte[] vendors(List<Maker> vendors, Outcome outcome) {
        return Xml.bytes(xml -> {
            open(xml, outcome.language());
            vendors.forEach(vendor -> vendor(xml, vendor, outcome.language()));
            xml.close();
            outcome.write(xml);
            xml.close();
        });
    }

    byte[] products(List<Made> products, Outcome outcome) {
        return Xml.bytes(xml -> {
            open(xml, outcome.language());
            Grouping grouping = grouping(xml, outcome.language());
            products.forEach(grouping::write);
            grouping.end();
            xml.close();
            outcome.write(xml);
            xml.close();
        });
    }

    static void open(Xml xml, Language language) {
        ResultElement.open(xml);
        xml.open("VendorInfo", "xml:lang", language.tag());
    }

    void vendor(Xml xml, Maker vendor, Language language) {
        xml.empty("Vendor", attributes(vendor, language));
    }

    /// In this order: clients search the text for it.
    private String[] attributes(Maker vendor, Language language) {
        return new String[] {
            "vname", vendor.name().in(language), "cpe", names.of(vendor), "vid", Long.toString(vendor.id())
        };
    }

    Grouping grouping(Xml xml, Language language) {
        return new Grouping(xml, language);
    }

    /// Products that come one by one, put under their vendors.
    final class Grouping {
        private final Xml xml;
        private final Language language;
        private @Nullable Maker last;

        private Grouping(Xml xml, Language language) {
            this.xml = xml;
            this.language = language;
        }

        void write(Made product) {
            if (last == null || last.id() != product.vendor().id()) {
                end();
                last = product.vendor();
                xml.open("Vendor", attributes(product.vendor(), language));
            }
            xml.empty(
                    "Product",
                    "pname",
                    product.name().in(language),
                    "cpe",
                    names.of(product),
                    "pid",
                    Long.toString(product.id()));
        }

        void end() {
            if (last != null) {
                xml.close();
                last = null;
            }
        }
    }
}
