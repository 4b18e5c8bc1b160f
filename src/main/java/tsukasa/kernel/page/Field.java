package tsukasa.kernel.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One question of a form, ready to be drawn by `kernel/part/field.jte`. Start with the kind, then say the rest:
/// `Field.text("name", label).required().hint(…).value(…).error(errors.of("name"))`.
///
/// @param values     what is entered or chosen; more than one only for a group of checkboxes
/// @param attributes `autocomplete`, `inputmode` and the like; limits here help the writer, the server checks again
public record Field(
        Kind kind,
        String name,
        String label,
        Need need,
        Width width,
        List<String> values,
        List<Option> options,
        @Nullable String hint,
        @Nullable String error,
        @Nullable String unit,
        Map<String, String> attributes) {

    public Field {
        values = List.copyOf(values);
        options = List.copyOf(options);
        attributes = Map.copyOf(attributes);
    }

    public enum Kind {
        TEXT("text"),
        EMAIL("email"),
        TELEPHONE("tel"),
        NUMBER("text"),
        DATE("date"),
        PASSWORD("password"),
        SEARCH("search"),
        LONG_TEXT(""),
        SELECT(""),
        RADIO("radio"),
        CHECKBOX("checkbox"),
        FILE("file"),
        FIXED("text");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /// The `type` attribute of an input.
        public String type() {
            return type;
        }

        public boolean group() {
            return this == RADIO || this == CHECKBOX;
        }
    }

    /// The word after the label: 必須, 任意, or none.
    public enum Need {
        UNSAID,
        REQUIRED,
        OPTIONAL
    }

    /// As wide as the expected answer.
    public enum Width {
        FULL(""),
        MEDIUM("w-m"),
        SMALL("w-s");

        private final String style;

        Width(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    private static Field of(Kind kind, String name, String label, List<Option> options) {
        return new Field(kind, name, label, Need.UNSAID, Width.FULL, List.of(), options, null, null, null, Map.of());
    }

    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label, List.of());
    }

    public static Field email(String name, String label) {
        return of(Kind.EMAIL, name, label, List.of()).autocomplete("email");
    }

    public static Field telephone(String name, String label) {
        return of(Kind.TELEPHONE, name, label, List.of()).autocomplete("tel").width(Width.MEDIUM);
    }

    /// Digits typed as people type them, commas allowed; no spinner, which changes numbers by accident.
    public static Field number(String name, String label) {
        return of(Kind.NUMBER, name, label, List.of()).inputMode("numeric").width(Width.SMALL);
    }

    public static Field date(String name, String label) {
        return of(Kind.DATE, name, label, List.of()).width(Width.MEDIUM);
    }

    public static Field search(String name, String label) {
        return of(Kind.SEARCH, name, label, List.of());
    }

    public static Field longText(String name, String label) {
        return of(Kind.LONG_TEXT, name, label, List.of());
    }

    public static Field select(String name, String label, List<Option> options) {
        return of(Kind.SELECT, name, label, options).width(Width.MEDIUM);
    }

    public static Field radio(String name, String label, List<Option> options) {
        return of(Kind.RADIO, name, label, options);
    }

    public static Field checkboxes(String name, String label, List<Option> options) {
        return of(Kind.CHECKBOX, name, label, options);
    }

    public static Field file(String name, String label) {
        return of(Kind.FILE, name, label, List.of());
    }

    /// Shown and sent, but not to be changed.
    public static Field fixed(String name, String label, String value) {
        return of(Kind.FIXED, name, label, List.of()).value(value).width(Width.MEDIUM);
    }

    public Field required() {
        return new Field(kind, name, label, Need.REQUIRED, width, values, options, hint, error, unit, attributes);
    }

    public Field optional() {
        return new Field(kind, name, label, Need.OPTIONAL, width, values, options, hint, error, unit, attributes);
    }

    public Field width(Width wider) {
        return new Field(kind, name, label, need, wider, values, options, hint, error, unit, attributes);
    }

    public Field value(@Nullable String entered) {
        return values(entered == null || entered.isEmpty() ? List.of() : List.of(entered));
    }

    public Field values(List<String> chosen) {
        return new Field(kind, name, label, need, width, chosen, options, hint, error, unit, attributes);
    }

    public Field hint(@Nullable String help) {
        return new Field(kind, name, label, need, width, values, options, help, error, unit, attributes);
    }

    public Field error(@Nullable String sentence) {
        return new Field(kind, name, label, need, width, values, options, hint, sentence, unit, attributes);
    }

    public Field errors(Errors errors) {
        return error(errors.of(name));
    }

    /// 名, 万円: stands after the field.
    public Field unit(String word) {
        return new Field(kind, name, label, need, width, values, options, hint, error, word, attributes);
    }

    public Field autocomplete(String token) {
        return attribute("autocomplete", token);
    }

    public Field inputMode(String mode) {
        return attribute("inputmode", mode);
    }

    public Field maxLength(int characters) {
        return attribute("maxlength", String.valueOf(characters));
    }

    /// The first and the last day a date field offers.
    public Field between(String least, String most) {
        return attribute("min", least).attribute("max", most);
    }

    public Field pattern(String expression) {
        return attribute("pattern", expression);
    }

    public Field rows(int lines) {
        return attribute("rows", String.valueOf(lines));
    }

    /// File kinds a chooser offers: `.csv,text/csv`.
    public Field accept(String kinds) {
        return attribute("accept", kinds);
    }

    private Field attribute(String attribute, String text) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(attribute, text);
        return new Field(kind, name, label, need, width, values, options, hint, error, unit, more);
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean chosen(Option option) {
        return values.contains(option.value());
    }

    public boolean wrong() {
        return error != null;
    }

    public @Nullable String describedBy() {
        String ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }
}
