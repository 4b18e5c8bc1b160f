package tsukasa.cycle.meeting;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// The meetings of a year, the latest first.
public record MeetingsPage(Frame frame, String plan, String lead, List<Chip> chips, boolean mayCall, List<Line> lines)
        implements Page {
    public record Line(
            String title, String address, String body, String when, String place, Status status, String word) {}

    @Override
    public String title() {
        return frame.say("会議", "Meetings");
    }
}
