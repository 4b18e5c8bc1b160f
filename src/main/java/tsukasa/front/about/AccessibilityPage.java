package tsukasa.front.about;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record AccessibilityPage(Frame frame) implements Page {
    @Override
    public String title() {
        return frame.say("アクセシビリティ方針", "Accessibility");
    }
}
