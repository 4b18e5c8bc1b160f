package tsukasa.scheme.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// The steps of a form as they lie before someone who has given these answers: a step of a level is asked only of those
/// who declare that level.
record Course(Scheme scheme, List<Step> steps) {
    static Course of(Scheme scheme, Map<String, Object> answers) {
        String level = scheme.levelOf(answers);
        return new Course(
                scheme,
                scheme.steps().stream()
                        .filter(step ->
                                step.level().isEmpty() || step.level().get().equals(level))
                        .toList());
    }

    Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    Step first() {
        return steps.getFirst();
    }

    Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    Optional<Step> before(Step step) {
        int index = steps.indexOf(step);
        return index > 0 ? Optional.of(steps.get(index - 1)) : Optional.empty();
    }

    /// The step that asks for one of these fields, the earliest.
    Optional<Step> asking(Set<String> fields) {
        return steps.stream()
                .filter(step -> step.fields().stream().anyMatch(fields::contains))
                .findFirst();
    }

    /// Only what is asked on this course; answers of steps that no longer apply stay behind.
    Map<String, Object> answers(Map<String, Object> all) {
        Set<String> asked = steps.stream().flatMap(s -> s.fields().stream()).collect(Collectors.toSet());
        Map<String, Object> answers = new HashMap<>(all);
        answers.keySet().retainAll(asked);
        return answers;
    }
}
