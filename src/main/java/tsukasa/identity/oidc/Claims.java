package tsukasa.identity.oidc;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a provider says, read with care: anything may be missing, of another kind, or too long.
record Claims(JsonNode said) {
    private static final int LONGEST = 300;

    String text(String name) {
        JsonNode value = said.path(name);
        return value.isValueNode() && !value.isNull() ? line(value.asString("")) : "";
    }

    /// An address is text, or an object with `formatted` (OpenID Connect Core 1.0 §5.1.1).
    String address() {
        JsonNode value = said.path("address");
        return value.isObject() ? line(value.path("formatted").asString("")) : text("address");
    }

    boolean yes(String name) {
        JsonNode value = said.path(name);
        return value.isBoolean()
                ? value.booleanValue()
                : value.isString() && value.asString().equals("true");
    }

    List<String> list(String name) {
        JsonNode value = said.path(name);
        if (value.isString()) {
            return List.of(value.asString());
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .limit(1_000)
                        .toList()
                : List.of();
    }

    Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    private static String line(String text) {
        String plain =
                text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
