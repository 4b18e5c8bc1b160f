package tsukasa.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Admission;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Proof;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.Visitor;
import tsukasa.identity.passkey.Challenge.Purpose;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Redirect;

/// Signing in with a passkey, and proving again who one is. A script asks for the question and sends the answer as a
/// form, so whatever goes wrong is said on a page.
@Controller
class PasskeySignInController {
    private final Questions questions;
    private final PasskeyDesk desk;
    private final PasskeyStore passkeys;
    private final PasskeyLimits limits;
    private final Admission admission;
    private final SecurityTrail trail;

    PasskeySignInController(
            Questions questions,
            PasskeyDesk desk,
            PasskeyStore passkeys,
            PasskeyLimits limits,
            Admission admission,
            SecurityTrail trail) {
        this.questions = questions;
        this.desk = desk;
        this.passkeys = passkeys;
        this.limits = limits;
        this.admission = admission;
        this.trail = trail;
    }

    @PostMapping("/sign-in/passkey/question")
    ResponseEntity<Map<String, Object>> question(HttpServletRequest request, HttpServletResponse response) {
        limits.question(request.getRemoteAddr());
        return json(questions.whoAreYou(Purpose.SIGN_IN, null, List.of(), request, response));
    }

    @PostMapping("/sign-in/passkey")
    Redirect signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "return", defaultValue = "/") String goOn) {
        limits.answer(request.getRemoteAddr());
        Challenge asked = questions.takeBack(Purpose.SIGN_IN, null, request, response);
        PasskeyDesk.Result.Proved proved = proved(desk.prove(credential, asked, null));
        admission.admit(proved.person().id(), Proof.Way.PASSKEY, request, response);
        return new Redirect(ReturnPath.orHome(goOn).value());
    }

    @Permit(Permission.SIGNED_IN)
    @PostMapping("/sign-in/second/passkey/question")
    ResponseEntity<Map<String, Object>> questionAgain(
            Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        limits.question(request.getRemoteAddr());
        List<Passkey> known = passkeys.of(visitor.id()).stream()
                .filter(passkey -> !passkey.locked())
                .toList();
        return json(questions.whoAreYou(Purpose.PROVE_AGAIN, visitor.id(), known, request, response));
    }

    @Permit(Permission.SIGNED_IN)
    @PostMapping("/sign-in/second/passkey")
    Redirect proveAgain(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "return", defaultValue = "/") String goOn) {
        limits.answer(request.getRemoteAddr());
        Challenge asked = questions.takeBack(Purpose.PROVE_AGAIN, visitor.id(), request, response);
        proved(desk.prove(credential, asked, visitor.id()));
        admission.raise(Proof.Way.PASSKEY, request, response);
        trail.note(visitor.id(), Kind.PROVED_AGAIN, Proof.Way.PASSKEY.title().ja());
        return new Redirect(ReturnPath.orHome(goOn).value());
    }

    static ResponseEntity<Map<String, Object>> json(Map<String, Object> options) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(options);
    }

    private static PasskeyDesk.Result.Proved proved(PasskeyDesk.Result result) {
        return switch (result) {
            case PasskeyDesk.Result.Proved proved -> proved;
            case PasskeyDesk.Result.Unknown _ ->
                throw refused(Text.of("このパスキーは登録されていません。", "This passkey is not registered here."));
            case PasskeyDesk.Result.Wrong(var why) -> throw refused(why);
            case PasskeyDesk.Result.Locked _ ->
                throw refused(
                        Text.of(
                                "このパスキーは、複製された疑いがあるため使えません。登録のアドレスにお知らせを送りました。",
                                "This passkey may have been copied and is locked. We have written to the address of the account."));
            case PasskeyDesk.Result.Closed _ -> throw refused(Text.of("このアカウントは停止されています。", "This account is closed."));
        };
    }

    private static Problem refused(Text what) {
        return new Problem(
                Problem.Kind.NOT_ALLOWED,
                what,
                Text.of("別のパスキーか、メールのリンクでサインインしてください。", "Use another passkey, or sign in with a mail link."));
    }
}
