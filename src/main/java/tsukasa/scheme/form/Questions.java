package tsukasa.scheme.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// The questions of one step as fields of a page, with what has been answered so far.
///
/// @param required what must be answered at the level chosen
/// @param fixed    the field that no longer changes, because it names the entry
record Questions(
        Frame frame,
        Scheme scheme,
        Map<String, Object> answers,
        Set<String> required,
        @Nullable String fixed) {
    List<Field> of(Step step, Errors errors) {
        return step.fields().stream()
                .map(name -> field(known(name)).errors(errors))
                .toList();
    }

    private FormField known(String name) {
        FormField field = scheme.fields().get(name);
        if (field == null) {
            throw new IllegalStateException("the scheme " + scheme.id() + " has no field " + name);
        }
        return field;
    }

    private Field field(FormField asked) {
        String value = value(answers.get(asked.name()));
        String label = frame.say(asked.label());
        if (asked.name().equals(fixed)) {
            return Field.fixed(asked.name(), label, value);
        }
        Field field = attributes(asked, blank(asked, label)).value(value).hint(words(asked.hint()));
        Text unit = asked.unit();
        Field measured = unit == null ? field : field.unit(frame.say(unit));
        return required.contains(asked.name()) ? measured.required() : measured.optional();
    }

    private Field blank(FormField asked, String label) {
        String name = asked.name();
        return switch (asked.widget()) {
            case TEXT, KATAKANA -> Field.text(name, label);
            case EMAIL -> Field.email(name, label);
            case TELEPHONE -> Field.telephone(name, label);
            case NUMBER ->
                large(name) ? Field.number(name, label).width(Field.Width.MEDIUM) : Field.number(name, label);
            case LONG_TEXT -> Field.longText(name, label);
            case SELECT, PREFECTURE -> Field.select(name, label, options(asked));
            case RADIO -> Field.radio(name, label, options(asked));
            case CHECKBOX -> Field.checkboxes(name, label, options(asked));
            case CORPORATE_NUMBER ->
                Field.text(name, label).inputMode("numeric").width(Field.Width.MEDIUM);
            case ADDRESS -> Field.text(name, label).inputMode("url").autocomplete("url");
        };
    }

    /// As wide as the expected answer: nine digits and more need room.
    private boolean large(String name) {
        return scheme.form().path("properties").path(name).path("maximum").asLong(0) > 99_999_999L;
    }

    private List<Option> options(FormField asked) {
        if (asked.type() == FormField.Type.BOOLEAN) {
            return List.of(Option.of("true", frame.say(asked.label())));
        }
        boolean levels = asked.name().equals(scheme.register().level());
        return asked.choices().stream()
                .map(choice -> new Option(
                        choice.value(),
                        frame.say(choice.label()),
                        levels
                                ? scheme.level(choice.value())
                                        .map(level -> frame.say(level.meaning()))
                                        .orElse(null)
                                : null))
                .toList();
    }

    private static Field attributes(FormField asked, Field field) {
        Field result = field;
        for (Map.Entry<String, String> attribute : asked.attributes().entrySet()) {
            result = switch (attribute.getKey()) {
                case "autocomplete" -> result.autocomplete(attribute.getValue());
                case "inputmode" -> result.inputMode(attribute.getValue());
                case "maxlength" -> result.maxLength(Integer.parseInt(attribute.getValue()));
                default -> result;
            };
        }
        return result;
    }

    private @Nullable String words(@Nullable Text hint) {
        return hint == null ? null : frame.say(hint);
    }

    private static String value(@Nullable Object answer) {
        return switch (answer) {
            case null -> "";
            case Long number when number >= 0 -> "%,d".formatted(number);
            default -> answer.toString();
        };
    }
}
