package tsukasa.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 回答: text, whole numbers and booleans by the name of their field, as JSON keeps them.
public record Answers(Map<String, Object> values) {
    public Answers {
        values = Map.copyOf(values);
    }

    public static Answers parse(String json) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonMapper.shared().readTree(json).properties().forEach(p -> values.put(p.getKey(), value(p.getValue())));
        return new Answers(values);
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber() ? node.longValue() : node.asString();
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(values);
    }

    /// Empty where nothing was answered.
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }
}
