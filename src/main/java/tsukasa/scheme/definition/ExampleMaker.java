package tsukasa.scheme.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.CorporateNumber;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// Makes up what someone might type into a form, from nothing but its schema. A field's `x-example` comes first.
record ExampleMaker(Scheme scheme) {
    private static final List<String> WORDS = List.of(
            "見本",
            "ミホン",
            "みほん",
            "Example",
            "example",
            "2021-04-01",
            "100-0001",
            "1000001",
            "03-0000-0000",
            "0300000000",
            "https://www.example.jp/",
            "someone@example.jp",
            "1",
            "A",
            "a");

    /// By field; a field for which nothing can be made up is left out.
    Map<String, String> at(Scheme.Level level) {
        Map<String, String> typed = new LinkedHashMap<>();
        scheme.fields().values().forEach(field -> {
            if (field.name().equals(scheme.register().level())) {
                typed.put(field.name(), level.id());
            } else {
                value(field).ifPresent(value -> typed.put(field.name(), value));
            }
        });
        return typed;
    }

    Optional<String> value(FormField field) {
        JsonNode property = scheme.form().path("properties").path(field.name());
        if (property.has("x-example")) {
            return Optional.of(property.path("x-example").asString());
        }
        return switch (field.type()) {
            case BOOLEAN -> Optional.of("true");
            case INTEGER -> Optional.of(String.valueOf(number(property)));
            case STRING -> text(field, property);
        };
    }

    private static long number(JsonNode property) {
        long least = property.path("minimum").asLong(0);
        long step = Math.max(1, property.path("multipleOf").asLong(1));
        return (least + step - 1) / step * step;
    }

    private static Optional<String> text(FormField field, JsonNode property) {
        if (field.widget() == FormField.Widget.CORPORATE_NUMBER) {
            return Optional.of(CorporateNumber.ofBase(999_800_000_000L).digits());
        }
        if (!field.choices().isEmpty()) {
            return Optional.of(field.choices().getFirst().value());
        }
        Stream<String> first = switch (field.widget()) {
            case EMAIL -> Stream.of("someone@example.jp");
            case ADDRESS -> Stream.of("https://www.example.jp/");
            case TELEPHONE -> Stream.of("03-0000-0000");
            default -> Stream.empty();
        };
        int least = property.path("minLength").asInt(0);
        int most = property.path("maxLength").asInt(4_000);
        Pattern pattern = Pattern.compile(property.path("pattern").asString(""));
        return Stream.concat(first, WORDS.stream())
                .map(word -> fitted(word, least, most))
                .filter(word -> pattern.matcher(word).find())
                .findFirst();
    }

    private static String fitted(String word, int least, int most) {
        String longEnough = word.repeat(Math.max(1, (least + word.length() - 1) / word.length()));
        return longEnough.length() > most ? longEnough.substring(0, most) : longEnough;
    }
}
