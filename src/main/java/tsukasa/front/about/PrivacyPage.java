package tsukasa.front.about;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record PrivacyPage(Frame frame) implements Page {
    @Override
    public String title() {
        return frame.say("個人情報の取扱い", "Privacy");
    }
}
