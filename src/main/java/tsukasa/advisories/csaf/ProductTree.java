package tsukasa.advisories.csaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.vulnerability.AffectedProduct.Effect;

/// The products of an advisory: vendors, their products, and versions of these as leaves with numbers.
final class ProductTree {
    private final Map<String, Branch> vendors = new LinkedHashMap<>();
    private final Map<Effect, List<String>> status = new LinkedHashMap<>();
    private final List<Installed> relations = new ArrayList<>();
    private int numbered;

    /// @param name  of the version or of a range of versions; empty for the product as a whole
    /// @param range whether it is a range
    record Leaf(
            String vendor,
            String product,
            String name,
            boolean range,
            @Nullable String cpe,
            @Nullable String purl) {
        String whole() {
            String product = vendor.isEmpty() ? this.product : vendor + " " + this.product;
            return name.isEmpty() ? product : product + " " + name;
        }
    }

    private record Branch(String name, Map<String, Branch> below, Map<String, Numbered> leaves) {
        static Branch of(String name) {
            return new Branch(name, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private record Numbered(String id, Leaf leaf) {}

    /// A product that runs on another one; both are in the tree.
    private record Installed(String id, Numbered product, Numbered platform) {}

    /// @param platforms what it runs on, where that matters: what is said is said of it on each of them
    void add(Leaf leaf, Effect effect, List<Leaf> platforms) {
        if (platforms.isEmpty()) {
            add(leaf, effect);
            return;
        }
        Numbered product = numbered(leaf);
        for (Leaf platform : platforms) {
            Installed installed = new Installed(next(), product, numbered(platform));
            relations.add(installed);
            status.computeIfAbsent(effect, _ -> new ArrayList<>()).add(installed.id());
        }
    }

    /// What is said first of the same versions of the same product counts.
    void add(Leaf leaf, Effect effect) {
        int before = numbered;
        Numbered product = numbered(leaf);
        if (numbered > before) {
            status.computeIfAbsent(effect, _ -> new ArrayList<>()).add(product.id());
        }
    }

    private String next() {
        numbered++;
        return "CSAFPID-%04d".formatted(numbered);
    }

    private Numbered numbered(Leaf leaf) {
        Branch product = vendors.computeIfAbsent(key(leaf.vendor()), _ -> Branch.of(leaf.vendor()))
                .below()
                .computeIfAbsent(key(leaf.product()), _ -> Branch.of(leaf.product()));
        String name = (leaf.range() ? "r:" : "v:") + leaf.name();
        Numbered known = product.leaves().get(name);
        if (known != null) {
            return known;
        }
        Numbered first = new Numbered(next(), leaf);
        product.leaves().put(name, first);
        return first;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return numbered == 0;
    }

    List<String> affected() {
        return status.getOrDefault(Effect.AFFECTED, List.of());
    }

    ObjectNode status(Edition edition) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        list(told, "known_affected", affected());
        list(told, "fixed", status.getOrDefault(Effect.FIXED, List.of()));
        list(told, "known_not_affected", status.getOrDefault(Effect.UNAFFECTED, List.of()));
        list(
                told,
                edition == Edition.V2_0 ? "under_investigation" : "unknown",
                status.getOrDefault(Effect.UNKNOWN, List.of()));
        return told;
    }

    private static void list(ObjectNode told, String name, List<String> ids) {
        if (!ids.isEmpty()) {
            ArrayNode list = told.putArray(name);
            ids.forEach(list::add);
        }
    }

    ObjectNode json(Edition edition) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode branches = tree.putArray("branches");
        for (Branch vendor : vendors.values()) {
            ArrayNode products = vendor.name().isEmpty()
                    ? branches
                    : branches.addObject()
                            .put("category", "vendor")
                            .put("name", vendor.name())
                            .putArray("branches");
            vendor.below().values().forEach(product -> product(products, product, edition));
        }
        if (!relations.isEmpty()) {
            relations(tree.putArray("relationships"));
        }
        return tree;
    }

    private void relations(ArrayNode all) {
        for (Installed each : relations) {
            String product = each.product().leaf().whole();
            String platform = each.platform().leaf().whole();
            ObjectNode one = all.addObject()
                    .put("category", "installed_on")
                    .put("product_reference", each.product().id())
                    .put("relates_to_product_reference", each.platform().id());
            one.putObject("full_product_name")
                    .put("name", product + " on " + platform)
                    .put("product_id", each.id());
        }
    }

    private static void product(ArrayNode products, Branch product, Edition edition) {
        List<Numbered> versions = new ArrayList<>();
        for (Numbered each : product.leaves().values()) {
            if (each.leaf().name().isEmpty()) {
                leaf(products.addObject().put("category", "product_name").put("name", product.name()), each, edition);
            } else {
                versions.add(each);
            }
        }
        if (versions.isEmpty()) {
            return;
        }
        ArrayNode below = products.addObject()
                .put("category", "product_name")
                .put("name", product.name())
                .putArray("branches");
        for (Numbered each : versions) {
            String category = each.leaf().range() ? "product_version_range" : "product_version";
            leaf(
                    below.addObject()
                            .put("category", category)
                            .put("name", each.leaf().name()),
                    each,
                    edition);
        }
    }

    private static void leaf(ObjectNode branch, Numbered numbered, Edition edition) {
        Leaf leaf = numbered.leaf();
        ObjectNode product =
                branch.putObject("product").put("name", leaf.whole()).put("product_id", numbered.id());
        if (leaf.cpe() == null && leaf.purl() == null) {
            return;
        }
        ObjectNode helper = product.putObject("product_identification_helper");
        if (leaf.cpe() != null) {
            helper.put("cpe", leaf.cpe());
        }
        if (leaf.purl() != null && edition == Edition.V2_0) {
            helper.put("purl", leaf.purl());
        } else if (leaf.purl() != null) {
            helper.putArray("purls").add(leaf.purl());
        }
    }
}
