package tsukasa.budget.grant;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;

/// Staff: pay against its estimate, month by month.
///
/// @param heads the months that are whole
public record PersonnelPage(
        Frame frame,
        String plan,
        String year,
        List<Tab> views,
        String lead,
        String asOf,
        List<String> heads,
        List<Line> lines,
        List<String> notes)
        implements Page {
    public record Line(
            String title, boolean total, String estimate, List<String> months, String sum, String share, String left) {}

    @Override
    public String title() {
        return frame.say("人件費の見積りと実績", "Pay: estimate and actual");
    }
}
