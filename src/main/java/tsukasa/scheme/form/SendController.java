package tsukasa.scheme.form;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.mail.Outbox;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.DailyLimits;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;
import tsukasa.scheme.Submission;
import tsukasa.scheme.form.DraftDesk.Opened;
import tsukasa.scheme.form.ReviewPage.Missing;
import tsukasa.scheme.form.ReviewPage.Section;

/// The last page of the form, and sending it: once, however often the button is pressed.
@Controller
class SendController {
    private static final int PER_ADDRESS_AND_DAY = 20;
    private final DraftDesk drafts;
    private final Rules rules;
    private final Intake intake;
    private final Changes changes;
    private final DailyLimits limits;
    private final Letters letters;
    private final Outbox outbox;

    SendController(
            DraftDesk drafts,
            Rules rules,
            Intake intake,
            Changes changes,
            DailyLimits limits,
            Letters letters,
            Outbox outbox) {
        this.drafts = drafts;
        this.rules = rules;
        this.intake = intake;
        this.changes = changes;
        this.limits = limits;
        this.letters = letters;
        this.outbox = outbox;
    }

    @GetMapping("/{scheme}/declare/{draft}/" + Way.REVIEW)
    Answer review(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String draft) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        if (opened.draft().sent()) {
            return new Redirect(opened.way().sent());
        }
        Course course = opened.course();
        Map<String, Object> answers = opened.answers();
        Reading reading = new Reading(frame, opened.scheme(), answers);
        return new ReviewPage(
                frame,
                opened.scheme(),
                course.steps().stream()
                        .map(step -> section(reading, opened, step))
                        .toList(),
                new SelfCheck(frame, course, answers).result(),
                missing(frame, opened),
                new Surroundings(frame, opened).steps(),
                opened.way().send(),
                opened.way().to(course.steps().getLast()),
                opened.draft().change(),
                contact(opened),
                opened.forWhom());
    }

    private static Section section(Reading reading, Opened opened, Step step) {
        boolean questions = opened.scheme().selfCheck().containsAll(step.fields());
        String address = opened.way().to(step) + "?then=" + Way.REVIEW;
        String title = reading.frame().say(step.title());
        return questions
                ? new Section(title, address, reading.tally(step), reading.facts(step))
                : new Section(title, address, reading.facts(step), List.of());
    }

    private List<Missing> missing(Frame frame, Opened opened) {
        List<Missing> missing = new ArrayList<>();
        for (Fault fault : rules.faults(opened.scheme(), opened.answers(), List.of())) {
            String address = opened.course()
                    .asking(Set.of(fault.field()))
                    .map(opened.way()::to)
                    .orElseGet(opened.way()::draft);
            missing.add(new Missing(frame.say(fault.message()), address + "?check=yes&then=review#" + fault.field()));
        }
        return missing;
    }

    @PostMapping("/{scheme}/declare/{draft}/send")
    Answer send(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String draft) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        if (opened.draft().sent()) {
            return new Redirect(opened.way().sent());
        }
        String sender = drafts.sender(opened);
        String entry = opened.draft().entry();
        return entry == null ? declare(frame, opened, sender) : change(frame, opened, entry);
    }

    private Answer declare(Frame frame, Opened opened, String sender) {
        if (!limits.allow("declare " + contact(opened), PER_ADDRESS_AND_DAY)) {
            throw tooMany();
        }
        Scheme scheme = opened.scheme();
        Submission submission = new Submission(scheme.id(), opened.draft().key(), opened.answers(), sender);
        return switch (intake.submit(submission, frame.language())) {
            case Receipt.Registered(var number) -> sent(opened, number);
            case Receipt.AwaitingConfirmation(var number) -> sent(opened, number);
            case Receipt.Repeated(var number) -> sent(opened, number);
            case Receipt.AlreadyRegistered(var number) -> new TakenPage(frame, scheme, number);
            case Receipt.Refused(var faults) -> putRight(opened, faults);
        };
    }

    private Answer change(Frame frame, Opened opened, String entry) {
        return switch (Walls.as(Intake.ACTOR, () -> changes.change(entry, opened.answers(), "public"))) {
            case Changes.Outcome.Done(var number) -> {
                letters.tell(number, Letters.Happening.CHANGED, frame.language());
                letters.tellHandlers(number, Letters.Happening.CHANGED);
                yield sent(opened, number);
            }
            case Changes.Outcome.Refused(var faults) -> putRight(opened, faults);
            case Changes.Outcome.Conflict() -> throw withdrawn();
            case Changes.Outcome.Unknown() -> throw withdrawn();
        };
    }

    private Redirect sent(Opened opened, String number) {
        drafts.sent(opened, number);
        return new Redirect(opened.way().sent());
    }

    private static Redirect putRight(Opened opened, List<Fault> faults) {
        Set<String> wrong = faults.stream().map(Fault::field).collect(Collectors.toSet());
        Step step = opened.course().asking(wrong).orElseGet(opened.course()::first);
        return new Redirect(opened.way().to(step) + "?check=yes");
    }

    @GetMapping("/{scheme}/declare/{draft}/sent")
    Answer sent(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String draft) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        String number = opened.draft().sentAs();
        if (number == null) {
            return new Redirect(opened.way().draft());
        }
        boolean change = opened.draft().change();
        return new SentPage(
                frame,
                opened.scheme(),
                number,
                contact(opened),
                change,
                frame.simulated() && !change ? letter(contact(opened)) : Optional.empty(),
                opened.way().again());
    }

    /// In a demonstration there is no mailbox: the newest letter to the address can be opened from here.
    private Optional<String> letter(String mail) {
        return outbox.list(new Outbox.Wanted(mail, Optional.empty(), 1)).letters().stream()
                .filter(letter -> letter.to().value().equalsIgnoreCase(mail))
                .findFirst()
                .map(letter -> "/demo/letters/" + letter.id().value());
    }

    /// For those whose mail never came: the same answers once more, with another address.
    @PostMapping("/{scheme}/declare/{draft}/again")
    Redirect again(HttpServletResponse response, @PathVariable String scheme, @PathVariable String draft) {
        Opened opened = Privacy.open(drafts, response, scheme, draft);
        if (opened.draft().change()) {
            return new Redirect(opened.way().draft());
        }
        UUID actsFor = opened.draft().actsFor();
        Map<String, Object> answers = opened.draft().answers();
        Way way = new Way(
                opened.scheme(),
                actsFor == null
                        ? drafts.begin(opened.scheme(), answers)
                        : drafts.begin(opened.scheme(), answers, actsFor));
        return new Redirect(opened.course()
                .asking(Set.of(opened.scheme().mailField()))
                .map(way::to)
                .orElseGet(way::review));
    }

    private static String contact(Opened opened) {
        return new Answers(opened.draft().answers()).text(opened.scheme().mailField());
    }

    private static Problem tooMany() {
        return Problem.tooMany(
                Text.of("このメールアドレスでの申込みが、今日は多すぎます。", "Too many forms were sent with this mail address today."),
                Text.of("下書きは残っています。明日、もう一度お試しください。", "Your draft is kept. Try again tomorrow."),
                Duration.ofHours(12));
    }

    private static Problem withdrawn() {
        return new Problem(
                Problem.Kind.CONFLICT,
                Text.of("この登録は取り下げられたか、同じときに変更されました。", "This entry was withdrawn, or changed at the same moment."),
                Text.of("登録簿で、いまの内容を確かめてください。", "See the register for what it says now."));
    }
}
