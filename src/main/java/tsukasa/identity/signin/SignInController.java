package tsukasa.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Admission;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Proof;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SignInProviders;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.MailId;

@Controller
class SignInController {
    private static final Action REFUSED = Action.of("session.refused", "サインインを拒否", "Sign-in refused");
    private final LinkDesk links;
    private final SignInLimits limits;
    private final People people;
    private final Admission admission;
    private final Notices notices;
    private final Settings settings;
    private final AuditTrail trail;
    private final SignInProviders providers;

    SignInController(
            LinkDesk links,
            SignInLimits limits,
            People people,
            Admission admission,
            Notices notices,
            Settings settings,
            AuditTrail trail,
            SignInProviders providers) {
        this.links = links;
        this.limits = limits;
        this.people = people;
        this.admission = admission;
        this.notices = notices;
        this.settings = settings;
        this.trail = trail;
        this.providers = providers;
    }

    @Bean
    static KnownActions signInActions() {
        return KnownActions.of(REFUSED);
    }

    @GetMapping("/sign-in")
    Answer form(
            Frame frame, Optional<Visitor> visitor, @RequestParam(name = "return", defaultValue = "/") String goOn) {
        ReturnPath path = ReturnPath.orHome(goOn);
        return visitor.isPresent() ? new Redirect(path.value()) : page(frame, "", Errors.none(), path);
    }

    /// Says the same whether anyone has this address or not, and takes as long.
    @PostMapping("/sign-in")
    Answer send(
            Frame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "return", defaultValue = "/") String goOn) {
        ReturnPath path = ReturnPath.orHome(goOn);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return page(frame, shortened(email), noAddress(frame, email), path);
        }
        limits.ask(address.get(), request.getRemoteAddr());
        MailId letter = links.send(address.get(), path, frame.language());
        return new Redirect(settings.demo() ? "/sign-in/sent?letter=" + letter.value() : "/sign-in/sent");
    }

    private SignInPage page(Frame frame, String typed, Errors errors, ReturnPath path) {
        return new SignInPage(frame, typed, errors, path.value(), settings.demo(), providers.choices());
    }

    private static Errors noAddress(Frame frame, String typed) {
        return Errors.none()
                .with(
                        "email",
                        typed.isBlank()
                                ? frame.say("メールアドレスを入力してください。", "Enter your email address.")
                                : frame.say(
                                        "メールアドレスの形になっていません。name@example.jp の形で入力してください。",
                                        "This is not an email address. Write it like name@example.jp."));
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(254, typed.length()));
    }

    /// In a demonstration there is no mailbox: the letter can be opened from here.
    @GetMapping("/sign-in/sent")
    LinkSentPage sent(Frame frame, @RequestParam Optional<UUID> letter) {
        return new LinkSentPage(frame, settings.demo() ? letter.map(id -> "/demo/letters/" + id) : Optional.empty());
    }

    /// Only shows the link: mail scanners open every address, and must not use it up.
    @GetMapping("/sign-in/link/{token}")
    SignInLinkPage look(Frame frame, HttpServletResponse response, @PathVariable String token) {
        Claim claim = links.look(token).orElseThrow(SignInController::gone);
        response.setHeader("Cache-Control", "no-store");
        return new SignInLinkPage(frame, token, claim.email().value());
    }

    @PostMapping("/sign-in/link/{token}")
    Redirect use(Frame frame, HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
        Claim claim = links.use(token).orElseThrow(this::usedUp);
        Person person = people.ensure(claim.email(), nameBefore(claim.email()), frame.language());
        if (person.closedAt() != null) {
            trail.record(Deed.refused(REFUSED, Thing.of("person", person.id(), person.displayName()))
                    .with("why", "closed"));
            throw closed();
        }
        admission.admit(person.id(), Proof.Way.MAIL_LINK, request, response);
        return new Redirect(claim.goOn().value());
    }

    /// A link says nothing about whose it was once it is used up or forgotten.
    private Problem usedUp() {
        trail.record(Deed.refused(REFUSED, Thing.all("session")).with("why", "link"));
        return gone();
    }

    /// Until a person says what to be called.
    private static String nameBefore(EmailAddress email) {
        return email.value().substring(0, email.value().indexOf('@'));
    }

    @PostMapping("/sign-out")
    Redirect signOut(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        admission.dismiss(request, response);
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("サインアウトしました。", "You have signed out."), null));
        return new Redirect("/");
    }

    private static Problem gone() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "このサインイン用リンクは、使用済みか、30分の期限が切れています。",
                        "This sign-in link has been used, or its 30 minutes are over."),
                Text.of("サインインの画面から、新しいリンクを受け取ってください。", "Go to the sign-in page and ask for a new link."));
    }

    private static Problem closed() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of("このアカウントは停止されています。", "This account is closed."),
                Text.of("心当たりがないときは、機構にお問い合わせください。", "If you did not expect this, contact the agency."));
    }
}
