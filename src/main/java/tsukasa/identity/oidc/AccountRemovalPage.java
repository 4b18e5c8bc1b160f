package tsukasa.identity.oidc;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param anotherWay whether the person can surely come in without it
public record AccountRemovalPage(
        Frame frame, String id, String label, String provider, boolean anotherWay, String email) implements Page {
    @Override
    public String title() {
        return frame.say(provider + "との結び付きを解除する", "Unlink " + provider);
    }

    public String path() {
        return "/me/accounts/" + id + "/removal";
    }
}
