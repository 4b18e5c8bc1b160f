package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsukasa.exposure.Statement;
import tsukasa.exposure.Statement.Position;

/// What a CSAF document (2.0 and 2.1, any profile) says of products. Products are known by the helpers that identify
/// them; one without any fits nothing.
final class Csaf {
    private static final Map<String, Position> STATUS = Map.of(
            "known_not_affected", Position.NOT_AFFECTED,
            "fixed", Position.FIXED,
            "first_fixed", Position.FIXED,
            "known_affected", Position.AFFECTED,
            "first_affected", Position.AFFECTED,
            "last_affected", Position.AFFECTED,
            "under_investigation", Position.UNDER_INVESTIGATION);
    private static final Set<String> NEEDED = Set.of("cve", "ids", "flags", "threats", "product_status");
    private final Found found;
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<Node> said = new ArrayList<>();

    Csaf(Found found) {
        this.found = found;
    }

    void tree(Node tree) {
        found.keep(tree.weight());
        tree.field("full_product_names").items().forEach(this::product);
        tree.field("branches").items().forEach(this::branch);
        for (Node relation : tree.field("relationships").items()) {
            Node whole = relation.field("full_product_name");
            product(whole);
            parts.put(whole.word("product_id"), relation.word("product_reference"));
        }
        for (Node group : tree.field("product_groups").items()) {
            groups.put(group.word("group_id"), group.words("product_ids"));
        }
    }

    private void branch(Node branch) {
        product(branch.field("product"));
        branch.field("branches").items().forEach(this::branch);
    }

    private void product(Node product) {
        Node helper = product.field("product_identification_helper");
        Set<String> own = new LinkedHashSet<>();
        own.add(helper.word("purl"));
        own.addAll(helper.words("purls"));
        own.add(helper.word("cpe"));
        own.remove("");
        if (!product.word("product_id").isEmpty()) {
            names.put(product.word("product_id"), List.copyOf(own));
        }
    }

    void vulnerability(Node node) {
        if (node.has("product_status")) {
            Node some = node.only(NEEDED);
            found.keep(some.weight());
            said.add(some);
        }
    }

    /// Once all was read: the tree of products may come last.
    void finish() {
        for (Node node : said) {
            Set<String> numbers = new LinkedHashSet<>();
            numbers.add(node.word("cve"));
            node.field("ids").items().forEach(id -> numbers.add(id.word("text")));
            numbers.remove("");
            List<String> all = List.copyOf(numbers);
            Map<String, String> reasons = labelled(node.field("flags"), "label");
            Map<String, String> impacts = labelled(node.field("threats"), "details");
            node.field("product_status").fields().forEach((status, products) -> {
                Position position = STATUS.get(status);
                if (position != null && !numbers.isEmpty()) {
                    products.items().forEach(id -> {
                        String product = id.text() == null ? "" : id.text();
                        List<String> about = about(product);
                        if (!about.isEmpty()) {
                            found.statement(new Statement(
                                    all,
                                    position,
                                    reasons.getOrDefault(product, ""),
                                    Found.cut(impacts.getOrDefault(product, "")),
                                    about,
                                    null));
                        }
                    });
                }
            });
        }
    }

    private List<String> about(String product) {
        String id = product;
        for (int steps = 0; steps < 10 && parts.containsKey(id); steps++) {
            id = parts.getOrDefault(id, "");
            List<String> own = names.getOrDefault(id, List.of());
            if (!own.isEmpty()) {
                return own;
            }
        }
        return names.getOrDefault(product, List.of());
    }

    private Map<String, String> labelled(Node list, String field) {
        Map<String, String> labels = new HashMap<>();
        for (Node item : list.items()) {
            List<String> products = new ArrayList<>(item.words("product_ids"));
            item.words("group_ids").forEach(group -> products.addAll(groups.getOrDefault(group, List.of())));
            boolean impact = !field.equals("details") || item.word("category").equals("impact");
            if (impact) {
                products.forEach(product -> labels.putIfAbsent(product, item.word(field)));
            }
        }
        return labels;
    }
}
