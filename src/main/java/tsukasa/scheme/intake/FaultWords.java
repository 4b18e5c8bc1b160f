package tsukasa.scheme.intake;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.Text;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Widget;
import tsukasa.scheme.Scheme;

/// Says in the reader's words what a schema's keyword found wrong, and how to put it right.
final class FaultWords {
    static final Text WRONG_CORPORATE_NUMBER = Text.of(
            "法人番号の検査数字が合いません。13桁を確かめてください。",
            "The check digit of the corporate number does not match. Check its 13 digits.");

    static final Text NO_ADDRESS = Text.of(
            "このメールアドレスには送れません。例：name@example.jp", "We cannot send mail to this address. Example: name@example.jp");

    private FaultWords() {}

    static Text of(Scheme scheme, FormField field, Error error) {
        String keyword = error.getKeyword() == null ? "" : error.getKeyword();
        JsonNode property = scheme.form().path("properties").path(field.name());
        boolean agreed = field.type() == FormField.Type.BOOLEAN && property.has("x-error");
        if (!agreed && (keyword.equals("required") || keyword.equals("minLength"))) {
            return missing(field);
        }
        if (property.has("x-error")) {
            JsonNode words = property.path("x-error");
            return Text.of(words.path("ja").asString(), words.path("en").asString());
        }
        return switch (keyword) {
            case "enum" -> choose(field);
            case "maxLength" -> {
                String most = property.path("maxLength").asString();
                yield Text.of(most + "文字以内で入力してください。", "Use at most " + most + " characters.");
            }
            case "minimum" -> {
                String least = property.path("minimum").asString();
                yield Text.of(least + "以上の数を入力してください。", "Enter a number of at least " + least + ".");
            }
            case "maximum" -> {
                String most = property.path("maximum").asString();
                yield Text.of(most + "以下の数を入力してください。", "Enter a number of at most " + most + ".");
            }
            case "type" ->
                field.type() == FormField.Type.INTEGER
                        ? Text.of("数字だけで入力してください。", "Enter digits only.")
                        : missing(field);
            default ->
                Text.of(
                        field.label().ja() + "を確かめてください。",
                        "Check what you entered for " + field.label().en() + ".");
        };
    }

    private static Text missing(FormField field) {
        return field.choices().isEmpty()
                ? Text.of(
                        field.label().ja() + "を入力してください。",
                        "Enter: " + field.label().en() + ".")
                : choose(field);
    }

    static Text choose(FormField field) {
        if (field.label().ja().endsWith("。")) {
            return Text.of(
                    "答えを選んでください：" + field.label().ja(),
                    "Choose an answer: " + field.label().en());
        }
        return field.widget() == Widget.RADIO || field.widget() == Widget.SELECT || field.widget() == Widget.PREFECTURE
                ? Text.of(
                        field.label().ja() + "を選んでください。",
                        "Choose: " + field.label().en() + ".")
                : Text.of(
                        field.label().ja() + "を確かめてください。",
                        "Check: " + field.label().en() + ".");
    }
}
