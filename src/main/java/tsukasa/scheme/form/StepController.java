package tsukasa.scheme.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;
import tsukasa.scheme.form.DraftDesk.Opened;

/// One page for each step: what is sent is kept, then judged.
@Controller
class StepController {
    private final DraftDesk drafts;
    private final Rules rules;
    private final DraftMail mail;
    private final PublicAddress address;

    StepController(DraftDesk drafts, Rules rules, DraftMail mail, PublicAddress address) {
        this.drafts = drafts;
        this.rules = rules;
        this.mail = mail;
        this.address = address;
    }

    @GetMapping("/{scheme}/declare/{draft}")
    Answer draft(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String draft) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        if (opened.draft().sent()) {
            return new Redirect(opened.way().sent());
        }
        return new DraftPage(
                frame,
                opened.scheme(),
                address.of(opened.way().draft()).toString(),
                goOn(opened),
                opened.draft().changedAt(),
                opened.draft().expiresAt());
    }

    private String goOn(Opened opened) {
        Set<String> wrong = new HashSet<>();
        rules.faults(opened.scheme(), opened.answers(), List.of()).forEach(fault -> wrong.add(fault.field()));
        return opened.course().asking(wrong).map(opened.way()::to).orElseGet(opened.way()::review);
    }

    /// @param check `yes` shows what is wrong with what stands there
    /// @param goOn  `review` for those who came from there and go back
    @GetMapping("/{scheme}/declare/{draft}/{step}")
    Answer show(
            Frame frame,
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String draft,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(name = "then", defaultValue = "") String goOn) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        if (opened.draft().sent()) {
            return new Redirect(opened.way().sent());
        }
        Optional<Step> asked = opened.course().step(step(opened.scheme(), step).id());
        if (asked.isEmpty()) {
            return new Redirect(opened.way().draft());
        }
        Errors errors = check.equals("yes") ? errors(frame, opened, asked.get(), List.of()) : Errors.none();
        return page(frame, opened, asked.get(), errors, goOn, false);
    }

    @PostMapping("/{scheme}/declare/{draft}/{step}")
    Answer answer(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String draft,
            @PathVariable String step) {
        Opened before = Privacy.open(drafts, response, scheme, draft);
        Step asked = step(before.scheme(), step);
        if (before.draft().sent()) {
            return new Redirect(before.way().sent());
        }
        List<FormField> fields = changeable(before, asked);
        Typed typed = Typed.read(fields, request.getParameterMap());
        Opened opened = drafts.save(before, fields.stream().map(FormField::name).toList(), typed.answers());
        if ("pause".equals(request.getParameter("do"))) {
            mail.paused(opened, frame.language());
            return new Redirect(opened.way().draft());
        }
        String goOn = Objects.requireNonNullElse(request.getParameter("then"), "");
        Errors errors = errors(frame, opened, asked, typed.faults());
        return errors.isEmpty()
                ? new Redirect(next(opened, asked, goOn))
                : page(frame, opened, asked, errors, goOn, true);
    }

    private static String next(Opened opened, Step asked, String goOn) {
        return goOn.equals(Way.REVIEW)
                ? opened.way().review()
                : opened.course().after(asked).map(opened.way()::to).orElseGet(opened.way()::review);
    }

    /// The field that names an entry does not change any more.
    private static List<FormField> changeable(Opened opened, Step step) {
        @Nullable String fixed = fixed(opened);
        return step.fields().stream()
                .filter(name -> !name.equals(fixed))
                .map(name -> Optional.ofNullable(opened.scheme().fields().get(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable String fixed(Opened opened) {
        return opened.draft().change() || opened.draft().actsFor() != null
                ? opened.scheme().subjectField()
                : null;
    }

    private static Step step(Scheme scheme, String id) {
        return scheme.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("この段階はありません。", "There is no such step.")));
    }

    private Errors errors(Frame frame, Opened opened, Step step, List<tsukasa.scheme.Fault> typed) {
        return Rules.errors(
                frame, step, rules.faults(opened.scheme(), opened.draft().answers(), typed));
    }

    private StepPage page(Frame frame, Opened opened, Step step, Errors errors, String goOn, boolean refused) {
        Map<String, Object> answers = opened.draft().answers();
        Scheme scheme = opened.scheme();
        Questions questions =
                new Questions(frame, scheme, answers, rules.required(scheme, scheme.levelOf(answers)), fixed(opened));
        Surroundings around = new Surroundings(frame, opened);
        boolean toReview = goOn.equals(Way.REVIEW);
        return new StepPage(
                frame,
                scheme,
                step,
                questions.of(step, errors),
                errors,
                around.steps(),
                opened.course().steps().indexOf(step) + 1,
                opened.way().to(step) + (toReview ? "?then=" + Way.REVIEW : ""),
                toReview
                        ? opened.way().review()
                        : opened.course().before(step).map(opened.way()::to).orElse(null),
                opened.draft().change(),
                refused,
                around.facts(),
                around.kept());
    }
}
