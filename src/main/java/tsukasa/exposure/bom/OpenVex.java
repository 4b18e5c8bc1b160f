package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tsukasa.exposure.Statement;
import tsukasa.exposure.Statement.Position;

/// Statements of OpenVEX 0.2, and of 0.0.x, whose vulnerabilities and products are plain words.
final class OpenVex {
    private final Found found;

    OpenVex(Found found) {
        this.found = found;
    }

    void one(Node node) {
        Position position = switch (node.word("status")) {
            case "not_affected" -> Position.NOT_AFFECTED;
            case "fixed" -> Position.FIXED;
            case "affected" -> Position.AFFECTED;
            case "under_investigation" -> Position.UNDER_INVESTIGATION;
            default -> null;
        };
        Set<String> numbers = numbers(node.field("vulnerability"));
        if (position == null || numbers.isEmpty()) {
            found.remarks()
                    .add(
                            node.place(),
                            "記述に、決められた status か脆弱性の番号がありません。",
                            "A statement has no status of the specification, or no vulnerability.");
            return;
        }
        List<String> about = new ArrayList<>();
        node.field("products").items().forEach(product -> product(product, about));
        found.statement(new Statement(
                List.copyOf(numbers),
                position,
                node.word("justification"),
                Found.cut(node.word("impact_statement")),
                about,
                Dates.read(node.word("timestamp"))));
    }

    private static Set<String> numbers(Node vulnerability) {
        Set<String> numbers = new LinkedHashSet<>();
        if (vulnerability.text() != null) {
            numbers.add(vulnerability.text().strip());
        }
        numbers.add(vulnerability.word("name"));
        numbers.addAll(vulnerability.words("aliases"));
        String id = vulnerability.word("@id");
        numbers.add(id.substring(id.lastIndexOf('/') + 1));
        numbers.remove("");
        return numbers;
    }

    /// Where parts of a product are told, the statement is about these.
    private static void product(Node product, List<String> about) {
        List<Node> parts = product.field("subcomponents").items();
        if (!parts.isEmpty()) {
            parts.forEach(part -> product(part, about));
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        names.add(product.text() == null ? product.word("@id") : product.text().strip());
        product.field("identifiers").fields().values().forEach(identifier -> {
            if (identifier.text() != null) {
                names.add(identifier.text().strip());
            }
        });
        names.remove("");
        about.addAll(names);
    }
}
