package tsukasa.myjvn.hnd;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.vulnerability.Catalogue.Made;
import tsukasa.vulnerability.Catalogue.Maker;

/// CPE 2.2 names of vendors and of products without version.
@Component
class CatalogueNames {
    private final CpeNames names;

    CatalogueNames(CpeNames names) {
        this.names = names;
    }

    String of(Maker vendor) {
        String[] parts = uri("a", vendor.key(), "x").split(":", -1);
        return "cpe:/:" + parts[2];
    }

    String of(Made product) {
        return uri(product.kind(), product.vendorKey(), product.key());
    }

    private String uri(String kind, String vendor, String product) {
        String formatted = "cpe:2.3:" + kind + ":" + vendor + ":" + product + ":*:*:*:*:*:*:*:*";
        return names.read(formatted) instanceof CpeReading.Read read
                ? names.uri(read.name())
                : "cpe:/" + kind + ":" + escaped(vendor) + ":" + escaped(product);
    }

    private static String escaped(String key) {
        return URLEncoder.encode(key.replace("\\", ""), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2a");
    }
}
