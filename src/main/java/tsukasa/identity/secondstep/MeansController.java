package tsukasa.identity.secondstep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Admission;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Proof;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// What a member of staff has for the second proof.
@Controller
@Permit(value = Permission.SECOND_PROOF, fresh = true)
class MeansController {
    private final SecondProofDesk desk;
    private final MeansStore store;
    private final Admission admission;
    private final AccessSettings access;
    private final Settings settings;
    private final Notices notices;

    MeansController(
            SecondProofDesk desk,
            MeansStore store,
            Admission admission,
            AccessSettings access,
            Settings settings,
            Notices notices) {
        this.desk = desk;
        this.store = store;
        this.admission = admission;
        this.access = access;
        this.settings = settings;
        this.notices = notices;
    }

    @Permit(Permission.SECOND_PROOF)
    @GetMapping("/me/second-proof")
    MeansPage means(Frame frame, Visitor visitor) {
        return new MeansPage(frame, desk.of(visitor.id()), access.secondFactorRequired());
    }

    @GetMapping("/me/code-app")
    Answer app(Frame frame, Visitor visitor, HttpServletResponse response) {
        if (desk.of(visitor.id()).codes()) {
            return new Redirect("/me/second-proof");
        }
        response.setHeader("Cache-Control", "no-store");
        return page(frame, visitor, Errors.none());
    }

    @PostMapping("/me/code-app")
    Answer confirm(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        if (desk.of(visitor.id()).codes()) {
            return new Redirect("/me/second-proof");
        }
        if (!desk.confirm(visitor.id(), code)) {
            response.setHeader("Cache-Control", "no-store");
            return page(
                    frame,
                    visitor,
                    Errors.none()
                            .with(
                                    "code",
                                    frame.say(
                                            "確認コードが違います。アプリに表示されている新しい6桁を入力してください。端末の時計が合っているかも確かめてください。",
                                            "The code is wrong. Enter the six digits your app shows now, and check the clock of your device.")));
        }
        admission.raise(Proof.Way.ONE_TIME_CODE, request, response);
        return done(frame, request, Text.of("確認コードのアプリを登録しました。", "Your code app is set up."));
    }

    private CodeAppPage page(Frame frame, Visitor visitor, Errors errors) {
        String secret = OneTimeCodes.base32(desk.propose(visitor.id()));
        String issuer = settings.agency().en();
        String address = "otpauth://totp/" + encoded(issuer + ":" + visitor.email()) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=" + OneTimeCodes.PERIOD;
        QrSvg code = QrSvg.of(address);
        return new CodeAppPage(frame, secret, code.size(), code.path(), errors);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @GetMapping("/me/code-app/removal")
    CodeAppRemovalPage confirmRemoval(Frame frame, Visitor visitor) {
        SignInMeans.Means means = desk.of(visitor.id());
        return new CodeAppRemovalPage(frame, means.passkeys() == 0 && access.secondFactorRequired());
    }

    @PostMapping("/me/code-app/removal")
    Redirect remove(Frame frame, Visitor visitor, HttpServletRequest request) {
        if (store.app(visitor.id()).isEmpty()) {
            throw Problem.notFound(Text.of("確認コードのアプリは登録されていません。", "No code app is set up."));
        }
        desk.removeApp(visitor.id());
        return done(frame, request, Text.of("確認コードのアプリを外しました。", "The code app was removed."));
    }

    @GetMapping("/me/recovery-codes")
    RecoveryCodesPage codes(Frame frame, Visitor visitor) {
        needsMeans(visitor);
        return RecoveryCodesPage.before(frame, desk.of(visitor.id()).recoveryCodes());
    }

    /// Answers with the codes themselves: they are kept nowhere, so there is nothing to come back to.
    @PostMapping("/me/recovery-codes")
    RecoveryCodesPage make(Frame frame, Visitor visitor, HttpServletResponse response) {
        needsMeans(visitor);
        response.setHeader("Cache-Control", "no-store");
        return RecoveryCodesPage.made(frame, desk.makeCodes(visitor.id()));
    }

    private Redirect done(Frame frame, HttpServletRequest request, Text words) {
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(words), null));
        return new Redirect("/me/second-proof");
    }

    /// Recovery codes stand in for something that was set up.
    private void needsMeans(Visitor visitor) {
        if (desk.of(visitor.id()).none()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("先に、パスキーか確認コードのアプリを登録してください。", "First add a passkey or a code app."),
                    Text.of("回復コードは、それらを失ったときの控えです。", "Recovery codes are for when those are lost."));
        }
    }
}
