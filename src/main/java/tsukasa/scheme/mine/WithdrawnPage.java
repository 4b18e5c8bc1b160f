package tsukasa.scheme.mine;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// What can still be done with an entry that was withdrawn.
public record WithdrawnPage(Frame frame, Scheme scheme, String number, String name, String path) implements Page {
    @Override
    public String title() {
        return frame.say("取り下げた登録", "Withdrawn");
    }

    public String entry() {
        return "/" + scheme.id() + "/register/" + number;
    }
}
