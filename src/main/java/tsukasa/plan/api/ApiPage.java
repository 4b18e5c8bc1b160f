package tsukasa.plan.api;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// How machines read the plan: every address with a command that can be run as it stands.
///
/// @param base where this platform is known
public record ApiPage(Frame frame, String plan, String planTitle, String base, List<Example> examples) implements Page {

    /// @param command for a shell, complete
    public record Example(String title, String words, String path, String command) {}

    @Override
    public String title() {
        return frame.say("計画のAPI", "The API of the plan");
    }
}
