package tsukasa.scheme.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// Answers as people read them.
record Reading(Frame frame, Scheme scheme, Map<String, Object> answers) {
    List<Fact> facts(Step step) {
        return facts(step.fields());
    }

    List<Fact> facts(List<String> names) {
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            FormField field = scheme.fields().get(name);
            if (field != null) {
                facts.add(Fact.of(frame.say(field.label()), words(field)));
            }
        }
        return facts;
    }

    /// Many questions with the same answers are told by how often each was given.
    List<Fact> tally(Step step) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String name : step.fields()) {
            FormField field = scheme.fields().get(name);
            if (field != null) {
                field.choices().forEach(choice -> counts.putIfAbsent(frame.say(choice.label()), 0));
                counts.merge(words(field), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> Fact.of(e.getKey(), frame.say(e.getValue() + "問", String.valueOf(e.getValue()))))
                .toList();
    }

    private String words(FormField field) {
        Object answer = answers.get(field.name());
        if (answer == null) {
            return frame.say("入力なし", "Not given");
        }
        return switch (answer) {
            case Boolean truth -> truth ? frame.say("はい", "Yes") : frame.say("いいえ", "No");
            case Long number -> frame.writing().number(number) + unit(field.unit());
            default -> choice(field, answer.toString());
        };
    }

    private String unit(@Nullable Text unit) {
        return unit == null ? "" : frame.say(unit.ja(), " " + unit.en());
    }

    private String choice(FormField field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .map(frame::say)
                .orElse(value);
    }
}
