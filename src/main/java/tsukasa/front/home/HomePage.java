package tsukasa.front.home;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record HomePage(Frame frame) implements Page {
    @Override
    public String title() {
        return frame.say("ホーム", "Home");
    }
}
