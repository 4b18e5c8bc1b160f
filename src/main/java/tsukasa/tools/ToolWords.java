package tsukasa.tools;

import java.util.HashMap;
import java.util.Map;

/// A draft as it is typed, field by field; anything may still be missing. Which fields there are is said by its kind.
public record ToolWords(Map<String, String> typed) {
    public static final ToolWords NONE = new ToolWords(Map.of());

    public ToolWords {
        typed = Map.copyOf(typed);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public ToolWords with(String field, String words) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(field, words);
        return new ToolWords(more);
    }
}
