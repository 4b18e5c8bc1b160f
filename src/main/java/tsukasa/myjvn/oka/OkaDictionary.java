package tsukasa.myjvn.oka;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.vulnerability.Products.Product;
import tsukasa.vulnerability.Products.Vendor;

/// The lists of vendors and products of feed OKA.
@Component
class OkaDictionary {
    private static final Pattern COLON = Pattern.compile("(?<!\\\\):");
    private static final int MAKER = 3;
    private final OkaDocuments documents;
    private final JsonMapper json = JsonMapper.builder().build();

    OkaDictionary(OkaDocuments documents) {
        this.documents = documents;
    }

    /// The vendor of packages, which name none.
    private static final long NOBODY = 0;

    /// @param version null where none is told
    record Row(Product product, @Nullable String version) {}

    byte[] vendors(List<Vendor> found, Outcome outcome) {
        ObjectNode whole = dictionary(Text.of("ベンダ一覧", "Vendors"), outcome);
        ArrayNode vendors = (ArrayNode) whole.at("/jvn-product-dictionary/vendors");
        found.forEach(vendor -> vendor(
                vendors.addObject(), vendor.id(), vendor.key(), vendor.title().in(outcome.language())));
        return json.writeValueAsBytes(whole);
    }

    private static void vendor(ObjectNode one, long id, String key, String title) {
        one.put("vendor_id", OkaNames.vendorId(key))
                .put("vid", id)
                .put("vname", title)
                .put("cpe", "cpe:2.3::" + OkaNames.escaped(key));
    }

    /// Products of one vendor stand together as long as they follow each other.
    byte[] products(List<Row> found, Outcome outcome) {
        ObjectNode whole = dictionary(Text.of("製品一覧", "Products"), outcome);
        ArrayNode vendors = (ArrayNode) whole.at("/jvn-product-dictionary/vendors");
        long last = Long.MIN_VALUE;
        ArrayNode below = json.createArrayNode();
        for (Row row : found) {
            Product product = row.product();
            Vendor vendor = product.vendor();
            long id = vendor == null ? NOBODY : vendor.id();
            String key = vendor == null ? "" : vendor.key();
            if (id != last) {
                ObjectNode one = vendors.addObject();
                vendor(one, id, key, vendor == null ? "" : vendor.title().in(outcome.language()));
                below = one.putArray("products");
                last = id;
            }
            product(below.addObject(), maker(product, key), product, row.version(), outcome.language());
        }
        return json.writeValueAsBytes(whole);
    }

    /// As the sources name it, whatever its vendor has been merged into.
    private static String maker(Product product, String otherwise) {
        String[] parts = product.cpe() == null ? new String[0] : COLON.split(product.cpe());
        return parts.length > MAKER ? parts[MAKER] : otherwise;
    }

    private static void product(
            ObjectNode one, String vendor, Product product, @Nullable String version, Language language) {
        String end = version == null ? "" : ":" + OkaNames.escaped(version);
        one.put("product_id", OkaNames.jvnpid(vendor, product.key()) + end)
                .put("pid", product.id())
                .put("pname", product.title().in(language));
        if (version != null) {
            one.put("version", version);
        }
        String part = product.kind().length() == 1 && "aoh".contains(product.kind()) ? product.kind() : "";
        ObjectNode ids = one.putArray("product_ids").addObject();
        ids.put("cpe", OkaNames.cpe(part, vendor, product.key()) + end);
        if (product.purl() != null) {
            String purl = version == null ? product.purl() : product.purl() + "@" + OkaNames.escaped(version);
            ids.putArray("id_refs").addObject().put("nameType", "purl").put("value", purl);
        }
    }

    private ObjectNode dictionary(Text title, Outcome outcome) {
        ObjectNode whole = json.createObjectNode().put("$schema", OkaDocuments.schema("jvnpid_1.0.json"));
        ObjectNode dictionary = whole.putObject("jvn-product-dictionary");
        documents.heading(dictionary, title, documents.now(), outcome.language());
        dictionary.putArray("vendors");
        OkaDocuments.status(whole.putObject("status"), outcome);
        return whole;
    }
}
