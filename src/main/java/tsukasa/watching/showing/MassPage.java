package tsukasa.watching.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// One decision about many: how far it is, and where it is undone.
///
/// @param progress null once it has ended
/// @param left     how many stay as they were, and why; null for none
public record MassPage(
        Frame frame,
        WatchList list,
        long id,
        String lead,
        @Nullable Progress progress,
        String words,
        @Nullable String left,
        List<Fact> facts,
        boolean undoable)
        implements Page {
    public MassPage {
        facts = List.copyOf(facts);
    }

    public String address() {
        return "/watch/lists/" + list.id();
    }

    @Override
    public String title() {
        return frame.say("まとめた判断", "Decision about many");
    }
}
