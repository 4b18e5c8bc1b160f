package tsukasa.alerts.showing;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// 注意喚起: everything the agency warned of, the last updated first.
///
/// @param narrowed whether conditions hold that can be taken away
public record AlertsPage(
        Frame frame,
        String lead,
        List<Field> fields,
        List<Chip> chips,
        boolean narrowed,
        List<Line> lines,
        Paging paging)
        implements Page {
    public AlertsPage {
        fields = List.copyOf(fields);
        chips = List.copyOf(chips);
        lines = List.copyOf(lines);
    }

    /// @param detail products and CVE numbers, shortened
    /// @param state  empty while it is in force
    public record Line(
            String number,
            String title,
            String address,
            Status status,
            String word,
            String dates,
            String detail,
            String state) {}

    @Override
    public String title() {
        return frame.say("注意喚起", "Alerts");
    }
}
