package tsukasa.scheme.casework;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// What staff may put right: facts. Not who the subject is, nor what only the subject can declare.
record Correction(Scheme scheme) {
    private static final int LONGEST = 4_000;

    List<FormField> fields() {
        List<String> never = List.of(scheme.subjectField(), scheme.register().level());
        return scheme.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(name -> !never.contains(name) && !scheme.selfCheck().contains(name))
                .map(scheme.fields()::get)
                .filter(java.util.Objects::nonNull)
                .filter(field -> field.type() != FormField.Type.BOOLEAN)
                .toList();
    }

    /// The answers as they were, with what was sent in place of them; what cannot be read stays as typed, so that the
    /// rules of the form name it.
    Map<String, Object> applied(Map<String, Object> before, Map<String, String[]> sent) {
        Map<String, Object> answers = new LinkedHashMap<>(before);
        for (FormField field : fields()) {
            String[] values = sent.get(field.name());
            if (values == null || values.length == 0) {
                continue;
            }
            String text = values[0].length() > LONGEST ? values[0].substring(0, LONGEST) : values[0];
            text = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
            if (text.isEmpty()) {
                answers.remove(field.name());
            } else {
                answers.put(field.name(), field.type() == FormField.Type.INTEGER ? number(text) : text);
            }
        }
        return answers;
    }

    private static Object number(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "");
        return digits.matches("-?\\d{1,18}") ? Long.valueOf(digits) : text;
    }

    List<Field> asked(Frame f, Map<String, Object> answers, String reason, Errors errors) {
        List<Field> asked = new ArrayList<>();
        fields().forEach(field -> asked.add(one(f, field)
                .value(String.valueOf(answers.getOrDefault(field.name(), "")))
                .errors(errors)));
        asked.add(reason(f, reason, errors));
        return asked;
    }

    static Field reason(Frame f, String reason, Errors errors) {
        return Field.longText("reason", f.say("理由", "Reason"))
                .required()
                .hint(f.say("経過に残ります。公表しません。", "Kept with the case. Not published."))
                .rows(3)
                .maxLength(1000)
                .value(reason)
                .errors(errors);
    }

    private static Field one(Frame f, FormField field) {
        String label = f.say(field.label());
        if (field.widget() == FormField.Widget.PREFECTURE) {
            return Field.select(
                    field.name(),
                    label,
                    Arrays.stream(Prefecture.values())
                            .map(p -> Option.of(p.code(), f.say(p.title())))
                            .toList());
        }
        if (!field.choices().isEmpty()) {
            return Field.select(
                    field.name(),
                    label,
                    field.choices().stream()
                            .map(c -> Option.of(c.value(), f.say(c.label())))
                            .toList());
        }
        return field.type() == FormField.Type.INTEGER
                ? Field.number(field.name(), label).width(Field.Width.MEDIUM)
                : Field.text(field.name(), label);
    }
}
