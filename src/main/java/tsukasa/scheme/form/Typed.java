package tsukasa.scheme.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Kana;
import tsukasa.kernel.Text;
import tsukasa.scheme.Fault;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Widget;

/// What a form sent, read into types at the edge. What cannot be read is kept as it was typed, so that nobody types it
/// twice, with a fault that says why.
record Typed(Map<String, Object> answers, List<Fault> faults) {
    private static final int LONGEST = 4000;
    /// Signs that turn or hide text: direction marks, zero-width signs, and halves of characters.
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\n]]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    Typed {
        answers = Map.copyOf(answers);
        faults = List.copyOf(faults);
    }

    /// Unknown fields are not looked at; of several values of one field the first counts.
    static Typed read(List<FormField> fields, Map<String, String[]> posted) {
        Map<String, Object> answers = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (FormField field : fields) {
            String[] values = posted.get(field.name());
            String text = values == null || values.length == 0 ? "" : clean(field, values[0]);
            if (!text.isEmpty()) {
                read(field, text, answers).ifPresent(words -> faults.add(new Fault(field.name(), words)));
            }
        }
        return new Typed(answers, faults);
    }

    private static Optional<Text> read(FormField field, String text, Map<String, Object> answers) {
        return switch (field.type()) {
            case BOOLEAN -> {
                if (text.equals("true")) {
                    answers.put(field.name(), true);
                }
                yield Optional.empty();
            }
            case INTEGER -> wholeNumber(field, text, answers);
            case STRING ->
                field.widget() == Widget.CORPORATE_NUMBER
                        ? corporateNumber(field, text, answers)
                        : words(field, text, answers);
        };
    }

    private static Optional<Text> words(FormField field, String text, Map<String, Object> answers) {
        boolean offered = field.choices().isEmpty()
                || field.choices().stream().anyMatch(c -> c.value().equals(text));
        if (offered) {
            answers.put(field.name(), text);
        }
        return Optional.empty();
    }

    private static Optional<Text> wholeNumber(FormField field, String text, Map<String, Object> answers) {
        String digits = text.replaceAll("[,\\s，、]", "");
        Text unit = field.unit();
        if (unit != null) {
            digits = digits.replaceFirst("(" + Pattern.quote(unit.ja()) + "|" + Pattern.quote(unit.en()) + ")$", "");
        }
        if (WHOLE_NUMBER.matcher(digits).matches()) {
            answers.put(field.name(), Long.valueOf(digits));
            return Optional.empty();
        }
        answers.put(field.name(), text);
        return Optional.of(Text.of(
                field.label().ja() + "は、数字だけで入力してください。例：42",
                field.label().en() + ": enter a whole number in digits, such as 42."));
    }

    private static Optional<Text> corporateNumber(FormField field, String text, Map<String, Object> answers) {
        Optional<CorporateNumber> number = CorporateNumber.parse(text);
        answers.put(field.name(), number.map(CorporateNumber::digits).orElse(text));
        if (number.isPresent()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[\\s\\-‐‑–—ー]", "");
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(
                    Text.of("法人番号は13桁の数字です。数字だけを入力してください。", "A corporate number has 13 digits. Enter digits only."));
        }
        return Optional.of(
                digits.length() == 13
                        ? Text.of(
                                "この法人番号はありません。数字の写し間違いがないか確かめてください。",
                                "There is no such corporate number. Check the digits for a slip.")
                        : Text.of(
                                "法人番号は13桁です。入力は%d桁でした。".formatted(digits.length()),
                                "A corporate number has 13 digits. You entered %d.".formatted(digits.length())));
    }

    private static String clean(FormField field, String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        text = HIDDEN.matcher(text).replaceAll("");
        if (field.widget() == Widget.LONG_TEXT) {
            return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
        }
        text = CONTROL.matcher(text.replace('\n', ' ').replace('\t', ' ')).replaceAll("");
        if (field.widget() == Widget.KATAKANA) {
            // half-width katakana and hiragana are meant as full-width katakana
            return Kana.katakana(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .strip();
        }
        return (asDigitsAndLatin(field) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text).strip();
    }

    /// Where only digits and Latin letters make sense, full-width ones are meant as half-width.
    private static boolean asDigitsAndLatin(FormField field) {
        return field.type() == FormField.Type.INTEGER
                || switch (field.widget()) {
                    case NUMBER, CORPORATE_NUMBER, EMAIL, TELEPHONE, ADDRESS -> true;
                    case TEXT, KATAKANA, LONG_TEXT, SELECT, RADIO, CHECKBOX, PREFECTURE -> false;
                };
    }
}
