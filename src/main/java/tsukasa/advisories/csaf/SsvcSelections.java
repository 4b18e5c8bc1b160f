package tsukasa.advisories.csaf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.vulnerability.Ssvc;

/// What was chosen at the decision points of SSVC, as CSAF 2.1 carries it.
final class SsvcSelections {
    private SsvcSelections() {}

    /// A point of the namespace `ssvc`: its key, its version, and its values by the words of sources.
    private enum Point {
        EXPLOITATION("E", "Exploitation", "1.1.0", Map.of("none", "N", "poc", "P", "active", "A")),
        AUTOMATABLE("A", "Automatable", "2.0.0", Map.of("no", "N", "yes", "Y")),
        TECHNICAL_IMPACT("TI", "Technical Impact", "1.0.0", Map.of("partial", "P", "total", "T"));

        private final String key;
        private final String name;
        private final String version;
        private final Map<String, String> values;

        Point(String key, String name, String version, Map<String, String> values) {
            this.key = key;
            this.name = name;
            this.version = version;
            this.values = values;
        }

        private void add(ArrayNode selections, String word) {
            String value = values.get(word);
            if (value != null) {
                selections
                        .addObject()
                        .put("namespace", "ssvc")
                        .put("key", key)
                        .put("name", name)
                        .put("version", version)
                        .putArray("values")
                        .addObject()
                        .put("key", value);
            }
        }
    }

    /// Empty where nothing known was chosen, or nobody said when.
    static Optional<ObjectNode> of(Ssvc told) {
        if (told.at() == null) {
            return Optional.empty();
        }
        ObjectNode list = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", "2.0.0")
                .put("timestamp", CsafWriter.written(told.at()));
        ArrayNode selections = list.putArray("selections");
        List<String> words = List.of(told.exploitation(), told.automatable(), told.technicalImpact());
        for (Point point : Point.values()) {
            point.add(selections, words.get(point.ordinal()));
        }
        return selections.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
