package tsukasa.advisories.news;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// A CVE number that leads nowhere.
///
/// @param asked as it was sent, short
public record CveSearchPage(Frame frame, String asked, Outcome outcome) implements Page {
    public enum Outcome {
        NOTHING_ASKED,
        NO_NUMBER,
        UNKNOWN
    }

    @Override
    public String title() {
        return frame.say("CVE 番号から探す", "Find by CVE number");
    }
}
