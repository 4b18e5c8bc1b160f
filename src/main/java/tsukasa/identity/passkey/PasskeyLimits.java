package tsukasa.identity.passkey;

import java.time.Duration;
import org.springframework.stereotype.Component;
import tsukasa.identity.TryLimits;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// How often a network may begin and finish with passkeys in a quarter of an hour. Nobody guesses a key; this keeps the
/// work of verifying from being used against us.
@Component
class PasskeyLimits {
    static final int QUESTIONS = 300;
    static final int ANSWERS = 60;
    private final TryLimits limits;

    PasskeyLimits(TryLimits limits) {
        this.limits = limits;
    }

    void question(String client) {
        limits.countNetwork("passkey questions", client, QUESTIONS).ifPresent(PasskeyLimits::refuse);
    }

    void answer(String client) {
        limits.countNetwork("passkey answers", client, ANSWERS).ifPresent(PasskeyLimits::refuse);
    }

    private static void refuse(Duration wait) {
        throw Problem.tooMany(
                Text.of(
                        "このネットワークから、パスキーが短い時間に何度も試されました。",
                        "Passkeys were tried too often from this network in a short time."),
                Text.of("15分ほど待つか、メールのリンクでサインインしてください。", "Wait a quarter of an hour, or sign in with a mail link."),
                wait.plusSeconds(1));
    }
}
