package tsukasa.scheme.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Band;
import tsukasa.scheme.Scheme.Step;

/// 自社診断の結果: the points of the answers, whole and by step, and what they mean.
public record SelfCheck(int points, int most, Band band, List<Part> parts) {
    public SelfCheck {
        parts = List.copyOf(parts);
    }

    public record Part(Text title, int points, int most) {}

    /// Empty until every question on this course is answered, and where nothing is to be checked.
    static Optional<SelfCheck> of(Course course, Map<String, Object> answers) {
        Scheme scheme = course.scheme();
        List<Part> parts = new ArrayList<>();
        for (Step step : course.steps()) {
            List<FormField> asked = step.fields().stream()
                    .filter(scheme.selfCheck()::contains)
                    .map(scheme.fields()::get)
                    .toList();
            if (!asked.stream().allMatch(field -> chosen(field, answers).isPresent())) {
                return Optional.empty();
            }
            if (!asked.isEmpty()) {
                parts.add(new Part(step.title(), points(asked, answers), most(asked)));
            }
        }
        int points = parts.stream().mapToInt(Part::points).sum();
        return parts.isEmpty()
                ? Optional.empty()
                : band(scheme, points)
                        .map(band -> new SelfCheck(
                                points, parts.stream().mapToInt(Part::most).sum(), band, parts));
    }

    private static Optional<Band> band(Scheme scheme, int points) {
        return scheme.bands().stream().filter(band -> band.from() <= points).max(Comparator.comparingInt(Band::from));
    }

    private static Optional<Choice> chosen(FormField field, Map<String, Object> answers) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(answers.get(field.name())))
                .findFirst();
    }

    private static int points(List<FormField> asked, Map<String, Object> answers) {
        return asked.stream()
                .mapToInt(f -> chosen(f, answers).map(Choice::score).orElse(0))
                .sum();
    }

    private static int most(List<FormField> asked) {
        return asked.stream()
                .mapToInt(
                        f -> f.choices().stream().mapToInt(Choice::score).max().orElse(0))
                .sum();
    }
}
