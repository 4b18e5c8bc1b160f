package tsukasa.tools.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// 対策ツール: everything the agency offers, by title.
///
/// @param narrowed whether conditions hold that can be taken away
public record ToolsPage(Frame frame, String lead, List<Field> fields, boolean narrowed, List<Line> lines)
        implements Page {
    public ToolsPage {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /// @param newest the newest release that is offered; null where there is none
    /// @param counts where the downloads are shown month by month
    public record Line(
            String title,
            String address,
            String purpose,
            String audiences,
            @Nullable Newest newest,
            Status status,
            String word,
            String downloads,
            String counts) {}

    public record Newest(String version, String address, String day) {}

    @Override
    public String title() {
        return frame.say("対策ツール", "Tools");
    }
}
