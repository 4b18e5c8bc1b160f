package tsukasa.identity.secondstep;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param needed without it the staff's pages stay closed until something else is set up
public record CodeAppRemovalPage(Frame frame, boolean needed) implements Page {
    @Override
    public String title() {
        return frame.say("確認コードのアプリを外す", "Remove the code app");
    }
}
