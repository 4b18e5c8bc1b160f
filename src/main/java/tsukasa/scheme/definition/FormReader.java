package tsukasa.scheme.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.FormField.Type;
import tsukasa.scheme.FormField.Widget;

/// Derives the questions of a form from its JSON Schema: the schema is the only description of the data.
final class FormReader {
    private final String file;
    private final JsonNode form;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    FormReader(String file, JsonNode form) {
        this.file = file;
        this.form = form;
    }

    List<DefinitionProblem> problems() {
        return problems;
    }

    Map<String, FormField> fields() {
        Set<String> required = new TreeSet<>();
        form.path("required").forEach(name -> required.add(name.asString()));
        Map<String, FormField> fields = new LinkedHashMap<>();
        form.path("properties").properties().forEach(property -> {
            try {
                fields.put(
                        property.getKey(),
                        field(property.getKey(), property.getValue(), required.contains(property.getKey())));
            } catch (IllegalArgumentException wrong) {
                problems.add(new DefinitionProblem(
                        file,
                        0,
                        "the field " + property.getKey() + ": " + wrong.getMessage(),
                        "give it a type, an x-label in ja and en, and a known x-widget"));
            }
        });
        return fields;
    }

    private FormField field(String name, JsonNode property, boolean required) {
        Widget widget = widget(property);
        return new FormField(
                name,
                Type.valueOf(property.path("type").asString("none").toUpperCase(Locale.ROOT)),
                widget,
                text(property.path("x-label")),
                optional(property.path("x-hint")),
                optional(property.path("x-unit")),
                required,
                choices(property, widget),
                attributes(property));
    }

    private static Widget widget(JsonNode property) {
        String named = property.path("x-widget").asString("text").replace('-', '_');
        return Widget.valueOf(named.toUpperCase(Locale.ROOT));
    }

    private List<Choice> choices(JsonNode property, Widget widget) {
        if (widget == Widget.PREFECTURE) {
            return java.util.Arrays.stream(Prefecture.values())
                    .map(p -> new Choice(p.code(), p.title(), 0))
                    .toList();
        }
        String set = property.path("x-choice-set").asString("");
        JsonNode given = set.isEmpty()
                ? property.path("x-choices")
                : form.path("x-choice-sets").path(set);
        List<Choice> choices = new ArrayList<>();
        given.forEach(choice -> choices.add(new Choice(
                choice.path("value").asString(),
                text(choice.path("label")),
                choice.path("score").asInt(0))));
        return choices;
    }

    private static Map<String, String> attributes(JsonNode property) {
        Map<String, String> attributes = new HashMap<>();
        if (property.has("maxLength")) {
            attributes.put("maxlength", property.get("maxLength").asString());
        }
        property.path("x-attributes")
                .properties()
                .forEach(a -> attributes.put(a.getKey(), a.getValue().asString()));
        return attributes;
    }

    private static Text text(JsonNode words) {
        return Text.of(words.path("ja").asString(""), words.path("en").asString(""));
    }

    private static @Nullable Text optional(JsonNode words) {
        return words.isMissingNode() ? null : text(words);
    }
}
