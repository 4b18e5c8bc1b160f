package tsukasa.identity.delegation;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// @param given    what this organisation lets others do for it
/// @param received for whom it may act
/// @param mayGive  the reader may offer another one
public record DelegationsPage(
        Frame frame, String path, String organisation, List<Line> given, List<Line> received, boolean mayGive)
        implements Page {
    public record Line(
            String partner, String path, String scope, String extent, String lastDay, String state, Status status) {}

    @Override
    public String title() {
        return frame.say("代理", "Acting for each other");
    }
}
