package tsukasa.myjvn.oka;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.myjvn.oka.OkaDictionary.Row;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaVersions.Condition;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;
import tsukasa.vulnerability.Products.Vendor;
import tsukasa.vulnerability.VersionReach;
import tsukasa.vulnerability.VersionReach.Bounds;

/// getVendorList and getProductList. Asked for versions, products come once for each version that entries name.
@Component
class OkaCatalogue {
    private static final int MOST = 10_000;
    private final Products products;
    private final OkaNames names;
    private final OkaVersions versions;
    private final VersionReach reach;
    private final OkaDictionary dictionary;

    OkaCatalogue(
            Products products, OkaNames names, OkaVersions versions, VersionReach reach, OkaDictionary dictionary) {
        this.products = products;
        this.names = names;
        this.versions = versions;
        this.reach = reach;
        this.dictionary = dictionary;
    }

    byte[] vendors(OkaAsked asked) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST, MOST);
        Products.Listed<Vendor> found = names.vendors(asked, first - 1L, size);
        return dictionary.vendors(
                found.items(),
                Outcome.of(
                        asked,
                        "getVendorList",
                        MOST,
                        found.total(),
                        found.items().size(),
                        first));
    }

    byte[] products(OkaAsked asked) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST, MOST);
        Products.Listed<Row> found = found(asked, first - 1L, size);
        return dictionary.products(
                found.items(),
                Outcome.of(
                        asked,
                        "getProductList",
                        MOST,
                        found.total(),
                        found.items().size(),
                        first));
    }

    private Products.Listed<Row> found(OkaAsked asked, long from, int size) {
        String keyword = asked.text("keyword").orElse("");
        Set<Long> about = names.about(asked);
        if (about == null) {
            OkaVersions.condition(asked);
            Products.Listed<Product> all = products.products(keyword, Set.of(), from, size);
            return new Products.Listed<>(
                    all.items().stream().map(each -> new Row(each, null)).toList(), all.total());
        }
        Bounds bounds = bounds(OkaVersions.condition(asked));
        List<Product> named = products.products(about).stream()
                .filter(product -> matches(product, keyword))
                .toList();
        List<Row> rows = bounds == null
                ? named.stream().map(each -> new Row(each, null)).toList()
                : versioned(named, reach.named(versions.products(asked), bounds));
        return new Products.Listed<>(rows.stream().skip(from).limit(size).toList(), rows.size());
    }

    /// Null for products without versions.
    private static @Nullable Bounds bounds(Condition condition) {
        return switch (condition) {
            case Condition.Every _ -> null;
            case Condition.At(String version) -> Bounds.at(version);
            case Condition.Telling(boolean told) -> told ? Bounds.OPEN : null;
            case Condition.Between(Bounds bounds) -> bounds;
        };
    }

    private static List<Row> versioned(List<Product> named, Map<Long, List<String>> versions) {
        List<Row> rows = new ArrayList<>();
        for (Product product : named) {
            versions.getOrDefault(product.id(), List.of()).forEach(version -> rows.add(new Row(product, version)));
        }
        return rows;
    }

    private static boolean matches(Product product, String keyword) {
        String word = keyword.toLowerCase(Locale.ROOT);
        return (product.title().ja() + "\n" + product.title().en() + "\n" + product.key())
                .toLowerCase(Locale.ROOT)
                .contains(word);
    }
}
