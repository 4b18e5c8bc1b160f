package tsukasa.watching.showing;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// Asks before a list is removed.
public record RemovalPage(Frame frame, WatchList list, String items, String findings) implements Page {
    public String address() {
        return "/watch/lists/" + list.id();
    }

    @Override
    public String title() {
        return frame.say("「" + list.name() + "」を消しますか", "Remove “" + list.name() + "”?");
    }
}
