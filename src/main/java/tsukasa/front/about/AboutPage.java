package tsukasa.front.about;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record AboutPage(Frame frame) implements Page {
    @Override
    public String title() {
        return frame.say("この機構について", "About this agency");
    }
}
