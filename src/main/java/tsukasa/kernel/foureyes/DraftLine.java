package tsukasa.kernel.foureyes;

import java.util.List;
import tsukasa.kernel.page.Frame;

/// A draft in the list of what is being written.
///
/// @param last when something was last done with it, and by whom
public record DraftLine(String title, String address, String kind, DraftState state, String last) {
    public static DraftLine of(Frame frame, Draft draft, String title, String address, String kind) {
        DraftEvent last = draft.events().getLast();
        return new DraftLine(
                title, address, kind, draft.state(), frame.writing().minute(last.at()) + "　" + last.byName());
    }

    /// How many there are, and how many of them wait for somebody else.
    public static String lead(Frame frame, List<? extends Draft> open) {
        long waiting = waiting(open);
        return frame.say(
                "書いている案は" + open.size() + "件、そのうち承認を待つものは" + waiting + "件です。",
                open.size() + " drafts, " + waiting + " of them waiting for approval.");
    }

    public static long waiting(List<? extends Draft> open) {
        return open.stream().filter(draft -> draft.state() == DraftState.REVIEW).count();
    }
}
