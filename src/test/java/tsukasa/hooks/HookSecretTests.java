package tsukasa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HookSecretTests {
    /// The example of the convention itself, Standard Webhooks 1.0.
    @Test
    void a_message_is_signed_as_every_receiver_checks_it() {
        HookSecret secret = new HookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void every_secret_is_another_and_says_nothing_of_itself() {
        HookSecret secret = HookSecret.fresh();
        assertThat(secret.text())
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(HookSecret.fresh().text());
        assertThat(secret.toString()).doesNotContain("whsec_");
    }
}
