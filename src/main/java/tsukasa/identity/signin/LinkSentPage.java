package tsukasa.identity.signin;

import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param simulated where the letter can be opened in a demonstration, which sends no mail
public record LinkSentPage(Frame frame, Optional<String> simulated) implements Page {
    @Override
    public String title() {
        return frame.say("メールをご確認ください", "Check your mail");
    }
}
