package tsukasa.scheme.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Band;
import tsukasa.scheme.Scheme.Step;
import tsukasa.scheme.form.ReviewPage.Part;
import tsukasa.scheme.form.ReviewPage.Result;

/// 自社診断: the points of the answers, whole and by step, and what they mean.
final class SelfCheck {
    private final Frame frame;
    private final Course course;
    private final Map<String, Object> answers;

    SelfCheck(Frame frame, Course course, Map<String, Object> answers) {
        this.frame = frame;
        this.course = course;
        this.answers = answers;
    }

    /// Empty until every question on this course is answered, and where nothing is to be checked.
    Optional<Result> result() {
        List<Part> parts = new ArrayList<>();
        for (Step step : course.steps()) {
            List<FormField> asked = asked(step);
            if (!asked.stream().allMatch(field -> chosen(field).isPresent())) {
                return Optional.empty();
            }
            if (!asked.isEmpty()) {
                parts.add(new Part(frame.say(step.title()), points(asked), most(asked)));
            }
        }
        int points = parts.stream().mapToInt(Part::points).sum();
        int most = parts.stream().mapToInt(Part::most).sum();
        return parts.isEmpty()
                ? Optional.empty()
                : band(points)
                        .map(band ->
                                new Result(points, most, frame.say(band.title()), frame.say(band.advice()), parts));
    }

    private List<FormField> asked(Step step) {
        Scheme scheme = course.scheme();
        return step.fields().stream()
                .filter(scheme.selfCheck()::contains)
                .map(name -> Optional.ofNullable(scheme.fields().get(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Band> band(int points) {
        return course.scheme().bands().stream()
                .filter(band -> band.from() <= points)
                .max(Comparator.comparingInt(Band::from));
    }

    private Optional<Choice> chosen(FormField field) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(answers.get(field.name())))
                .findFirst();
    }

    private int points(List<FormField> asked) {
        return asked.stream()
                .mapToInt(field -> chosen(field).map(Choice::score).orElse(0))
                .sum();
    }

    private static int most(List<FormField> asked) {
        return asked.stream()
                .mapToInt(field ->
                        field.choices().stream().mapToInt(Choice::score).max().orElse(0))
                .sum();
    }
}
