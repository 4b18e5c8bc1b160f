package tsukasa.scheme.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.FormField.Type;
import tsukasa.scheme.FormField.Widget;

/// Derives the questions of a form from its JSON Schema: the schema is the only description of the data.
final class FormReader {
    private static final Text LABEL_IT =
            Text.of("ja と en の両方を、空でない文字列で書いてください", "write both ja and en, and leave neither empty");
    private final JsonNode form;
    private final Findings findings;

    FormReader(JsonNode form, Findings findings) {
        this.form = form;
        this.findings = findings;
    }

    Map<String, FormField> fields() {
        Set<String> required = new TreeSet<>();
        form.path("required").forEach(name -> required.add(name.asString()));
        Map<String, FormField> fields = new LinkedHashMap<>();
        form.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            field(name, property.getValue(), required.contains(name)).ifPresent(field -> fields.put(name, field));
        });
        return fields;
    }

    /// Empty when something is wrong with it, and then it is among the findings.
    private Optional<FormField> field(String name, JsonNode property, boolean required) {
        String at = "/properties/" + name;
        Optional<Type> type = type(property, at);
        Optional<Widget> widget = widget(property, at);
        Optional<Text> label = text(property.path("x-label"), at + "/x-label");
        Optional<Text> hint = property.has("x-hint") ? text(property.path("x-hint"), at + "/x-hint") : Optional.empty();
        Optional<Text> unit = property.has("x-unit") ? text(property.path("x-unit"), at + "/x-unit") : Optional.empty();
        if (property.has("x-error")) {
            text(property.path("x-error"), at + "/x-error");
        }
        if (type.isEmpty() || widget.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FormField(
                name,
                type.get(),
                widget.get(),
                label.get(),
                hint.orElse(null),
                unit.orElse(null),
                required,
                choices(property, widget.get(), at),
                attributes(property)));
    }

    private Optional<Type> type(JsonNode property, String at) {
        String named = property.path("type").asString("");
        Optional<Type> type = named(Type.values(), named);
        if (type.isEmpty()) {
            findings.add(
                    at + "/type",
                    Text.of("型「" + named + "」は使えません", "the type «" + named + "» is not known"),
                    Text.of("string、integer、boolean のどれかにしてください", "use string, integer or boolean"));
        }
        return type;
    }

    private Optional<Widget> widget(JsonNode property, String at) {
        String named = property.path("x-widget").asString("text");
        Optional<Widget> widget = named(Widget.values(), named);
        if (widget.isEmpty()) {
            String known = Arrays.stream(Widget.values())
                    .map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            findings.add(
                    at + "/x-widget",
                    Text.of("x-widget「" + named + "」はありません", "there is no x-widget «" + named + "»"),
                    Text.of("次のどれかにしてください：" + known, "use one of " + known));
        }
        return widget;
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, String word) {
        return Arrays.stream(values)
                .filter(v -> v.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }

    private List<Choice> choices(JsonNode property, Widget widget, String at) {
        if (widget == Widget.PREFECTURE) {
            return Arrays.stream(Prefecture.values())
                    .map(p -> new Choice(p.code(), p.title(), 0))
                    .toList();
        }
        String set = property.path("x-choice-set").asString("");
        JsonNode given = set.isEmpty()
                ? property.path("x-choices")
                : form.path("x-choice-sets").path(set);
        if (!set.isEmpty() && given.isMissingNode()) {
            findings.add(
                    at + "/x-choice-set",
                    Text.of("選択肢の組「" + set + "」がありません", "there is no choice set «" + set + "»"),
                    Text.of("x-choice-sets に加えてください", "add it to x-choice-sets"));
        }
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode choice = given.get(i);
            String where = set.isEmpty() ? at + "/x-choices/" + i : "/x-choice-sets/" + set + "/" + i;
            text(choice.path("label"), where)
                    .ifPresent(label -> choices.add(new Choice(
                            choice.path("value").asString(""),
                            label,
                            choice.path("score").asInt(0))));
        }
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

    private Optional<Text> text(@Nullable JsonNode words, String at) {
        String ja = words == null ? "" : words.path("ja").asString("");
        String en = words == null ? "" : words.path("en").asString("");
        if (ja.isBlank() || en.isBlank()) {
            String what = at.substring(at.lastIndexOf('/') + 1);
            String field = at.startsWith("/properties/") ? at.split("/", -1)[2] : what;
            findings.add(
                    at,
                    Text.of(
                            "項目 " + field + " の " + what + " に言葉が足りません",
                            "the field " + field + " lacks words in " + what),
                    LABEL_IT);
            return Optional.empty();
        }
        return Optional.of(Text.of(ja, en));
    }
}
