package tsukasa.identity.token;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param token shown this once
public record TokenMadePage(Frame frame, String name, String token) implements Page {
    @Override
    public String title() {
        return frame.say("APIトークンを作りました", "Your API token");
    }

    @Override
    public String toString() {
        return "a page with a token";
    }
}
