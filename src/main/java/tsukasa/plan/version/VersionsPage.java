package tsukasa.plan.version;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// The versions of a plan, newest first.
///
/// @param plan  its id
/// @param grew  plans this one was written from, with their addresses
public record VersionsPage(Frame frame, String plan, String heading, String lead, List<Line> lines, List<Ancestor> grew)
        implements Page {
    /// @param changes how much differs from the version before it, in words; empty for the first
    public record Line(
            String number, String address, String kind, String at, String reason, String decided, String changes) {}

    /// @param words how many clauses were kept, revised, new and dropped
    public record Ancestor(String title, String address, String words) {}

    @Override
    public String title() {
        return heading + "　" + frame.say("版の一覧", "Versions");
    }
}
