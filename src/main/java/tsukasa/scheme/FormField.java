package tsukasa.scheme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// One field of a form as its schema describes it, ready to be asked.
///
/// @param score points of each option, for a self-check
public record FormField(
        String name,
        Type type,
        Widget widget,
        Text label,
        @Nullable Text hint,
        @Nullable Text unit,
        boolean required,
        List<Choice> choices,
        Map<String, String> attributes) {
    public FormField {
        choices = List.copyOf(choices);
        attributes = Map.copyOf(attributes);
    }

    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN
    }

    public enum Widget {
        TEXT,
        KATAKANA,
        EMAIL,
        TELEPHONE,
        NUMBER,
        LONG_TEXT,
        SELECT,
        RADIO,
        CHECKBOX,
        PREFECTURE,
        CORPORATE_NUMBER,
        ADDRESS
    }

    public record Choice(String value, Text label, int score) {}
}
