package tsukasa.myjvn.oka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.myjvn.oka.OkaDictionary.Row;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.vulnerability.Products.Product;
import tsukasa.vulnerability.Products.Vendor;

@Covers("Ⅰ-1-(1-2)-②-a")
class OkaDictionaryTests {
    private final OkaDictionary dictionary = new OkaDictionary(mock(OkaDocuments.class));

    @Test
    void packages_stand_beside_products_although_they_have_no_vendor() {
        Vendor kaze = new Vendor(7, "kaze", Text.same("Kaze"), null, List.of(), null, 1);
        Product web = new Product(
                1,
                "a",
                kaze,
                "kaze_web",
                Text.same("Kaze Web"),
                null,
                List.of(),
                "cpe:2.3:a:kaze\\:old:kaze_web:*:*:*:*:*:*:*:*",
                null,
                1);
        Product hoshi = packaged(2, "pkg:npm/hoshi");
        Outcome outcome = new Outcome(Map.of(), "getProductList", Language.JA, 50, 3, 3, 1, null);
        byte[] bytes = dictionary.products(
                List.of(new Row(web, null), new Row(hoshi, "1.0"), new Row(packaged(3, "pkg:npm/tsuki"), null)),
                outcome);
        JsonNode vendors = JsonMapper.builder().build().readTree(bytes).at("/jvn-product-dictionary/vendors");
        assertThat(vendors).hasSize(2);
        assertThat(vendors.at("/0/vname").asString()).isEqualTo("Kaze");
        assertThat(vendors.at("/0/products/0/product_id").asString())
                .as("a merged vendor shows it, but sources name it otherwise")
                .isEqualTo("jvnpid:1.0::kaze%3aold:kaze_web");
        assertThat(vendors.at("/0/products/0/product_ids/0/cpe").asString()).isEqualTo("cpe:2.3:a:kaze%3aold:kaze_web");
        assertThat(vendors.at("/1/vname").asString()).isEmpty();
        assertThat(vendors.at("/1/vendor_id").asString()).isEqualTo("jvnpid:1.0::");
        assertThat(vendors.at("/1/cpe").asString()).isEqualTo("cpe:2.3::");
        assertThat(vendors.at("/1/products")).hasSize(2);
        assertThat(vendors.at("/1/products/0/pname").asString()).isEqualTo("hoshi");
        assertThat(vendors.at("/1/products/0/product_ids/0/id_refs/0/value").asString())
                .isEqualTo("pkg:npm/hoshi@1.0");
    }

    private static Product packaged(long id, String url) {
        String name = url.substring(url.indexOf('/') + 1);
        return new Product(id, "pkg", null, url, Text.same(name), null, List.of(), null, url, 1);
    }
}
