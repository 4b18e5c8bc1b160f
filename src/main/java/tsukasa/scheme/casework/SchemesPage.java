package tsukasa.scheme.casework;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Every scheme that runs here, for staff.
public record SchemesPage(Frame frame, List<Row> rows, List<Refused> refused) implements Page {
    public SchemesPage {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /// A folder that does not run.
    public record Refused(String folder, List<String> problems) {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public record Row(
            String title,
            String summary,
            String address,
            String waitingAddress,
            String waiting,
            String mineAddress,
            String mine,
            boolean confidential) {}

    @Override
    public String title() {
        return frame.say("制度の受付と登録簿", "Schemes: cases and registers");
    }
}
