package tsukasa.scheme.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.identity.Extent;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Level;
import tsukasa.scheme.form.SchemePage.Ladder;

@Controller
class SchemeController {
    /// A question takes a quarter of a minute, more or less; nobody is promised less than five minutes.
    private static final int QUESTIONS_A_MINUTE = 4;
    private final DraftDesk drafts;
    private final Delegates delegates;
    private final Registers registers;
    private final Rules rules;

    SchemeController(DraftDesk drafts, Delegates delegates, Registers registers, Rules rules) {
        this.drafts = drafts;
        this.delegates = delegates;
        this.registers = registers;
        this.rules = rules;
    }

    @GetMapping("/{scheme}")
    SchemePage about(Frame frame, @PathVariable String scheme) {
        Scheme found = drafts.scheme(scheme);
        Map<String, Long> standing = registers.countByLevel(found, frame.today());
        return new SchemePage(
                frame,
                found,
                found.levels().stream()
                        .map(level -> ladder(frame, found, level, standing.getOrDefault(level.id(), 0L)))
                        .toList());
    }

    private Ladder ladder(Frame frame, Scheme scheme, Level level, long standing) {
        Course course = Course.of(scheme, scheme.answering(level.id()));
        int questions =
                course.steps().stream().mapToInt(step -> step.fields().size()).sum();
        int minutes = Math.max(1, (questions + QUESTIONS_A_MINUTE * 5 - 1) / (QUESTIONS_A_MINUTE * 5)) * 5;
        return new Ladder(level, standing, questions, minutes, needed(frame, scheme, level, course));
    }

    /// What one must look up before starting: the text and the numbers, not what is chosen from a list.
    private List<String> needed(Frame frame, Scheme scheme, Level level, Course course) {
        return course.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(rules.required(scheme, level.id())::contains)
                .map(scheme.fields()::get)
                .filter(Objects::nonNull)
                .filter(field -> field.choices().isEmpty() && field.type() != FormField.Type.BOOLEAN)
                .map(field -> frame.say(field.label()))
                .toList();
    }

    @PostMapping("/{scheme}/declare")
    Redirect begin(@PathVariable String scheme, HttpServletRequest request) {
        Scheme found = drafts.scheme(scheme);
        Map<String, Object> answers = Optional.ofNullable(request.getParameter("level"))
                .flatMap(found::level)
                .map(level -> found.answering(level.id()))
                .orElse(Map.of());
        Secret secret = delegates
                .giver(found, Extent.PREPARE)
                .map(giver -> drafts.begin(found, together(answers, delegates.known(found, giver)), giver))
                .orElseGet(() -> drafts.begin(found, answers));
        return new Redirect(new Way(found, secret).to(Course.of(found, answers).first()));
    }

    private static Map<String, Object> together(Map<String, Object> asked, Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(asked);
        all.putAll(known);
        return all;
    }
}
