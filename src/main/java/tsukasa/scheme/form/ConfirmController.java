package tsukasa.scheme.form;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.form.ConfirmationStore.Waiting;

/// The link in the mail: looking changes nothing, the button registers.
@Controller
class ConfirmController {
    private final Schemes schemes;
    private final ConfirmationStore confirmations;
    private final Intake intake;
    private final Letters letters;
    private final Clock clock;

    ConfirmController(Schemes schemes, ConfirmationStore confirmations, Intake intake, Letters letters, Clock clock) {
        this.schemes = schemes;
        this.confirmations = confirmations;
        this.intake = intake;
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping("/{scheme}/confirm/{token}")
    Answer look(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        Privacy.keep(response);
        Waiting waiting = confirmations.look(scheme, token, clock.instant()).orElseThrow(ConfirmController::gone);
        Scheme version = schemes.version(scheme, waiting.version()).orElseThrow(ConfirmController::gone);
        Answers answers = Answers.parse(waiting.answers());
        return switch (waiting.state()) {
            case "awaiting-confirmation" -> {
                if (waiting.expired()) {
                    throw gone();
                }
                yield confirmation(frame, version, waiting.number(), answers, token);
            }
            case "registered" -> registered(frame, version, waiting, answers, token);
            case "withdrawn" -> throw withdrawn(waiting.number());
            default -> throw gone();
        };
    }

    private static ConfirmationPage confirmation(
            Frame frame, Scheme scheme, String number, Answers answers, String token) {
        List<String> open = scheme.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(scheme.open()::contains)
                .filter(answers.values()::containsKey)
                .toList();
        Reading reading = new Reading(frame, scheme, answers.values());
        return new ConfirmationPage(
                frame, scheme, number, reading.facts(open), "/" + scheme.id() + "/confirm/" + token);
    }

    private static RegisteredPage registered(
            Frame frame, Scheme scheme, Waiting waiting, Answers answers, String token) {
        Scheme.Level level = scheme.level(scheme.levelOf(answers.values())).orElseThrow(ConfirmController::gone);
        return new RegisteredPage(
                frame,
                scheme,
                level,
                waiting.number(),
                waiting.name(),
                answers.text(scheme.mailField()),
                waiting.changedAt(),
                waiting.expired()
                        ? Optional.empty()
                        : Optional.of("/" + scheme.id() + "/confirm/" + token + "/manage"));
    }

    @PostMapping("/{scheme}/confirm/{token}")
    Answer confirm(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        Privacy.keep(response);
        if (confirmations.look(scheme, token, clock.instant()).isEmpty()) {
            throw gone();
        }
        return switch (intake.confirm(token, frame.language())) {
            case Intake.Confirmation.Registered _ -> new Redirect("/" + scheme + "/confirm/" + token);
            case Intake.Confirmation.AlreadyDone _ -> new Redirect("/" + scheme + "/confirm/" + token);
            case Intake.Confirmation.Expired() -> throw gone();
            case Intake.Confirmation.Overtaken(var number) ->
                new TakenPage(frame, schemes.find(scheme).orElseThrow(ConfirmController::gone), number);
        };
    }

    /// Whoever holds the link has proved that the contact's mail is theirs: no second mail is needed.
    @PostMapping("/{scheme}/confirm/{token}/manage")
    Redirect manage(HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        Privacy.keep(response);
        if (confirmations.look(scheme, token, clock.instant()).isEmpty()) {
            throw gone();
        }
        return new Redirect(
                "/" + scheme + "/manage/" + letters.managementFor(token).orElseThrow(ConfirmController::gone));
    }

    private static Problem withdrawn(String number) {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "登録 " + number + " は取り下げられました。このリンクは終わりです。",
                        "Entry " + number + " was withdrawn. This link has served its time."),
                Text.of("また載せるときは、はじめから手続きしてください。", "To stand in the register again, please start anew."));
    }

    private static Problem gone() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "このリンクは使えません。期限が過ぎたか、アドレスが違います。",
                        "This link does not work. It has expired, or the address is wrong."),
                Text.of(
                        "アドレスを最後まで写したか確かめてください。7日を過ぎたときは、もう一度はじめから宣言してください。",
                        "Check that the address was copied to its end. After seven days, please start again."));
    }
}
