package tsukasa.scheme.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import tsukasa.scheme.Fault;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;
import tsukasa.scheme.Trial;
import tsukasa.scheme.TrialStation;

/// Fills the form step by step as it would lie before someone who gives these answers.
@Order(1)
final class FormStation implements TrialStation {
    @Override
    public Trial pass(Scheme scheme, Trial before) {
        Map<String, Object> answers = new HashMap<>();
        List<Fault> faults = new ArrayList<>(before.faults());
        Optional<Step> next = Optional.of(Course.of(scheme, Map.of()).first());
        while (next.isPresent()) {
            Typed typed = Typed.read(fields(scheme, next.get()), posted(before.typed()));
            answers.putAll(typed.answers());
            faults.addAll(typed.faults());
            next = Course.of(scheme, answers).after(next.get());
        }
        return new Trial(before.typed(), Course.of(scheme, answers).answers(answers), faults, before.entry());
    }

    private static List<FormField> fields(Scheme scheme, Step step) {
        return step.fields().stream()
                .map(name -> Optional.ofNullable(scheme.fields().get(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<String, String[]> posted(Map<String, String> typed) {
        Map<String, String[]> posted = new HashMap<>();
        typed.forEach((name, value) -> posted.put(name, new String[] {value}));
        return posted;
    }
}
