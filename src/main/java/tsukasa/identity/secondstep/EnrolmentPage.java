package tsukasa.identity.secondstep;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// The first time that staff sign in: a second proof must be set up before anything else.
public record EnrolmentPage(Frame frame) implements Page {
    @Override
    public String title() {
        return frame.say("2つめの確認手段の登録", "Set up a second proof");
    }
}
