package tsukasa.myjvn.hnd;

import java.util.Map;
import java.util.Set;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Catalogue.Wish;

/// What getVendorList and getProductList are asked.
///
/// @param first counted from 1
record CatalogueAsked(Language language, Asked asked, int first, int size, String word) {
    static final int MOST = 10_000;

    static CatalogueAsked of(Asked asked) {
        return new CatalogueAsked(
                asked.language(),
                asked,
                asked.number("startItem", 1, Integer.MAX_VALUE, 1),
                asked.number("maxCountItem", 1, MOST, MOST),
                asked.text("keyword").orElse(""));
    }

    Wish wish(ProductsAsked products) {
        return new Wish(word, Set.of(), products.of(asked).orElse(null), first - 1L, size);
    }

    Outcome outcome(Map<String, String> echo, long total, int answered) {
        return new Outcome(echo, language, MOST, total, answered, first, null);
    }
}
