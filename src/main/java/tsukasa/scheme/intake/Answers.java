package tsukasa.scheme.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as they were kept.
final class Answers {
    private Answers() {}

    static Map<String, Object> of(String json) {
        Map<String, Object> answers = new LinkedHashMap<>();
        JsonMapper.shared().readTree(json).properties().forEach(e -> answers.put(e.getKey(), value(e.getValue())));
        return answers;
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber() ? node.longValue() : node.asString();
    }
}
