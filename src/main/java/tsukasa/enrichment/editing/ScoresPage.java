package tsukasa.enrichment.editing;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// The scores of the vectors that are being typed.
public record ScoresPage(Frame frame, EditorPage.Scores scores) implements Page {
    @Override
    public String title() {
        return frame.say("スコア", "Scores");
    }
}
