package tsukasa.identity.secondstep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Admission;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Proof;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.SignInProviders;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;

/// Asks somebody who has signed in for a second proof, or for a fresh one.
@Controller
@Permit(Permission.SIGNED_IN)
class SecondProofController {
    private final SecondProofDesk desk;
    private final Admission admission;
    private final SecurityTrail trail;
    private final SignInProviders providers;
    private final Clock clock;

    SecondProofController(
            SecondProofDesk desk, Admission admission, SecurityTrail trail, SignInProviders providers, Clock clock) {
        this.desk = desk;
        this.admission = admission;
        this.trail = trail;
        this.providers = providers;
        this.clock = clock;
    }

    @GetMapping("/sign-in/second")
    Answer ask(
            Frame frame,
            Visitor visitor,
            @RequestParam(name = "return", defaultValue = "/") String goOn,
            @RequestParam(defaultValue = "false") boolean unsent) {
        ReturnPath path = ReturnPath.orHome(goOn);
        boolean fresh = visitor.proof().fresh(clock.instant());
        SignInMeans.Means means = desk.of(visitor.id());
        boolean enough = fresh && (visitor.proof().level() >= 2 || !visitor.entrusted());
        if (!enough && fresh && means.none()) {
            return new EnrolmentPage(frame);
        }
        return enough ? new Redirect(path.value()) : page(frame, visitor, path, unsent, Errors.none());
    }

    @PostMapping("/sign-in/second/code")
    Answer code(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "return", defaultValue = "/") String goOn,
            @RequestParam(defaultValue = "") String code) {
        ReturnPath path = ReturnPath.orHome(goOn);
        if (!desk.code(visitor.id(), code)) {
            return page(
                    frame,
                    visitor,
                    path,
                    false,
                    Errors.none()
                            .with(
                                    "code",
                                    frame.say(
                                            "確認コードが違うか、すでに使われています。アプリに表示されている新しい6桁を入力してください。",
                                            "The code is wrong or was used. Enter the six digits your app shows now.")));
        }
        return raised(visitor, Proof.Way.ONE_TIME_CODE, path, request, response);
    }

    @PostMapping("/sign-in/second/recovery-code")
    Answer recoveryCode(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "return", defaultValue = "/") String goOn,
            @RequestParam(name = "recovery-code", defaultValue = "") String code) {
        ReturnPath path = ReturnPath.orHome(goOn);
        if (!desk.recoveryCode(visitor.id(), code)) {
            return page(
                    frame,
                    visitor,
                    path,
                    false,
                    Errors.none()
                            .with(
                                    "recovery-code",
                                    frame.say(
                                            "回復コードが違うか、すでに使われています。ほかの回復コードを入力してください。",
                                            "The recovery code is wrong or was used. Enter another one.")));
        }
        return raised(visitor, Proof.Way.RECOVERY_CODE, path, request, response);
    }

    private Redirect raised(
            Visitor visitor, Proof.Way way, ReturnPath path, HttpServletRequest request, HttpServletResponse response) {
        admission.raise(way, request, response);
        trail.note(visitor.id(), Kind.PROVED_AGAIN, way.title().ja());
        return new Redirect(path.value());
    }

    private SecondProofPage page(Frame frame, Visitor visitor, ReturnPath path, boolean unsent, Errors errors) {
        SignInMeans.Means means = desk.of(visitor.id());
        return new SecondProofPage(
                frame, visitor, means, path.value(), unsent, errors, providers.provingAgain(visitor.id()));
    }
}
