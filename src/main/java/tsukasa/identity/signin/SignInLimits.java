package tsukasa.identity.signin;

import java.time.Duration;
import org.springframework.stereotype.Component;
import tsukasa.identity.TryLimits;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;

/// How often links may be asked for, so that nobody's mailbox is flooded through us, whether anyone has the address or
/// not.
@Component
class SignInLimits {
    static final int PER_ADDRESS = 5;
    static final int PER_NETWORK = 60;
    private final TryLimits limits;

    SignInLimits(TryLimits limits) {
        this.limits = limits;
    }

    void ask(EmailAddress email, String client) {
        limits.countNetwork("links", client, PER_NETWORK).ifPresent(SignInLimits::refuse);
        limits.count("to " + email.value(), PER_ADDRESS).ifPresent(SignInLimits::refuse);
    }

    private static void refuse(Duration wait) {
        throw Problem.tooMany(
                Text.of("サインイン用のメールが、短い時間に何度も求められました。", "Too many sign-in mails were asked for in a short time."),
                Text.of(
                        "届いたメールのリンクを使うか、15分ほど待ってから、もう一度お試しください。",
                        "Use a link you have received, or wait a quarter of an hour and try again."),
                wait.plusSeconds(1));
    }
}
