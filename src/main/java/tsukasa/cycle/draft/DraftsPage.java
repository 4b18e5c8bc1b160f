package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Drafts of plans, newest first, and where a new one is begun.
///
/// @param beginnings what a draft can be begun of, `fy2021 NEXT_YEAR`; empty for those who may not
public record DraftsPage(
        Frame frame, List<Line> lines, List<Option> beginnings, String chosen, String reason, Errors errors, int answer)
        implements Page {
    public record Line(String title, String address, String kind, Status status, String word, String lead, String at) {}

    @Override
    public String title() {
        return frame.say("計画の案", "Drafts of plans");
    }

    @Override
    public int status() {
        return answer;
    }
}
