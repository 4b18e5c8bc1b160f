package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Catalogue;
import tsukasa.vulnerability.Catalogue.Made;
import tsukasa.vulnerability.Products.Listed;

@Component
class ProductListMethod implements Method {
    private final Catalogue catalogue;
    private final ProductsAsked products;
    private final CatalogueDocument document;

    ProductListMethod(Catalogue catalogue, ProductsAsked products, CatalogueDocument document) {
        this.catalogue = catalogue;
        this.products = products;
        this.document = document;
    }

    @Override
    public String name() {
        return "getProductList";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(
                "method", "feed", "lang", "startItem", "maxCountItem", "cpeName", "vendorId", "productId", "keyword");
    }

    @Override
    public Question read(Asked asked, LocalDate today) {
        CatalogueAsked question = CatalogueAsked.of(asked.only(parameters()));
        return echo -> answer(question, echo);
    }

    private byte[] answer(CatalogueAsked question, Map<String, String> echo) {
        Listed<Made> found = catalogue.products(question.wish(products));
        Outcome outcome = question.outcome(echo, found.total(), found.items().size());
        return found.items().isEmpty() ? outcome.alone() : document.products(found.items(), outcome);
    }
}
