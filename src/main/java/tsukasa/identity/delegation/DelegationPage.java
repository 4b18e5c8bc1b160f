package tsukasa.identity.delegation;

import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param path      of the organisation through which the reader sees it
/// @param mayAccept the reader may accept it, and decline
/// @param mayEnd    the reader may end it
/// @param ending    the reader is about to end it and is asked once more
public record DelegationPage(
        Frame frame,
        String path,
        String organisation,
        String id,
        String heading,
        List<Fact> facts,
        String state,
        boolean mayAccept,
        boolean mayEnd,
        boolean ending)
        implements Page {
    @Override
    public String title() {
        return ending ? endWords() : heading;
    }

    public String here() {
        return path + "/delegations/" + id;
    }

    public String endWords() {
        return mayAccept ? frame.say("代理を辞退する", "Decline the delegation") : frame.say("代理を終わらせる", "End the delegation");
    }

    public String endVerb() {
        return mayAccept ? frame.say("辞退する", "Decline") : frame.say("終わらせる", "End it");
    }
}
