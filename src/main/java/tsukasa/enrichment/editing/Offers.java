package tsukasa.enrichment.editing;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.editing.EditorPage.Offer;
import tsukasa.kernel.page.Frame;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.ProductSuggestions;
import tsukasa.vulnerability.ProductSuggestions.Suggestion;
import tsukasa.vulnerability.Products;

/// Products that can be added with one click: those that the texts name, and those that were looked for.
@Component
class Offers {
    private static final int MOST = 8;
    private static final int FOUND = 12;
    private final ProductSuggestions suggestions;
    private final Products products;

    Offers(ProductSuggestions suggestions, Products products) {
        this.suggestions = suggestions;
        this.products = products;
    }

    List<Offer> suggested(Frame f, Entry entry, Enrichment typed) {
        Set<String> had = new HashSet<>();
        typed.products().stream().map(Affected::name).forEach(had::add);
        return suggestions.of(entry, MOST + had.size()).stream()
                .filter(one -> !had.contains(one.cpe()))
                .limit(MOST)
                .map(one -> new Offer(one.cpe(), one.name(), Ranges.brief(one.cpe()) + "　" + reason(f, one)))
                .toList();
    }

    private static String reason(Frame f, Suggestion one) {
        String count = f.writing().number(one.entries());
        String known = f.say("（登録 " + count + "件）", " (" + count + " entries)");
        return switch (one.reason()) {
            case SAID -> f.say("情報源が「" + one.found() + "」と書いています", "a source writes “" + one.found() + "”") + known;
            case BOTH_IN_TEXT -> f.say("文中に「" + one.found() + "」があります", "the text names “" + one.found() + "”") + known;
            case PRODUCT_IN_TEXT ->
                f.say(
                                "文中に製品名「" + one.found() + "」があります（ベンダ名はありません）",
                                "the text names “" + one.found() + "”, not its vendor")
                        + known;
        };
    }

    List<Offer> found(Frame f, String words) {
        return words.isBlank()
                ? List.of()
                : products.products(words, Set.of(), 0, FOUND * 3).items().stream()
                        .filter(product -> product.cpe() != null || product.purl() != null)
                        .limit(FOUND)
                        .map(product -> offer(f, product))
                        .toList();
    }

    private static Offer offer(Frame f, Products.Product product) {
        String value = product.cpe() != null ? product.cpe() : Objects.requireNonNull(product.purl());
        String vendor = product.vendor() == null ? "" : product.vendor().name() + " ";
        String count = f.writing().number(product.entries());
        return new Offer(
                value,
                vendor + product.name(),
                Ranges.brief(value) + f.say("　登録 " + count + "件", ", " + count + " entries"));
    }
}
