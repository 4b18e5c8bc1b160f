package tsukasa.scheme.mine;

import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// Says the same for every number.
///
/// @param letter where the letter can be opened in a demonstration
public record ManageSentPage(Frame frame, Scheme scheme, Optional<String> letter) implements Page {
    @Override
    public String title() {
        return frame.say("メールをご確認ください", "Check your mail");
    }
}
