package tsukasa.identity.signin;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;

/// How often links may be asked for, so that nobody's mailbox is flooded through us. Counted in the database, for all
/// nodes together, whether anyone has the address or not.
@Component
class SignInLimits {
    static final int PER_ADDRESS = 5;
    static final int PER_NETWORK = 60;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private final LinkStore attempts;
    private final Clock clock;

    SignInLimits(LinkStore attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Problem.class)
    public void ask(EmailAddress email, String client) {
        count("from " + network(client), PER_NETWORK);
        count("to " + email.value(), PER_ADDRESS);
    }

    private void count(String subject, int limit) {
        Instant now = clock.instant();
        Instant window = Instant.ofEpochSecond(now.getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds());
        if (attempts.attempt(subject, window) > limit) {
            throw Problem.tooMany(
                    Text.of("サインイン用のメールが、短い時間に何度も求められました。", "Too many sign-in mails were asked for in a short time."),
                    Text.of(
                            "届いたメールのリンクを使うか、15分ほど待ってから、もう一度お試しください。",
                            "Use a link you have received, or wait a quarter of an hour and try again."),
                    Duration.between(now, window.plus(WINDOW)).plusSeconds(1));
        }
    }

    /// Whoever has an IPv6 address has 2^64 of them.
    private static String network(String client) {
        try {
            byte[] address = InetAddress.ofLiteral(client).getAddress();
            return address.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(address, 8)) + "::/64" : client;
        } catch (IllegalArgumentException unknown) {
            return "unknown";
        }
    }
}
