package tsukasa.identity.signin;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param email whose account the link opens; a reader who finds another's address here should not go on
public record SignInLinkPage(Frame frame, String token, String email) implements Page {
    @Override
    public String title() {
        return frame.say("サインインの確認", "Confirm sign-in");
    }
}
