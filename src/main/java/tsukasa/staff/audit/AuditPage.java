package tsukasa.staff.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// @param file where the same rows are as CSV
public record AuditPage(
        Frame frame, String sentence, List<Field> fields, List<Chip> chips, List<Row> rows, Paging paging, String file)
        implements Page {
    public AuditPage {
        fields = List.copyOf(fields);
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }

    /// @param sub what kind of thing it was done to, or its number
    /// @param refused absent unless it was refused
    public record Row(
            String when,
            String who,
            String action,
            String object,
            String sub,
            String address,
            String kind,
            @Nullable Status refused) {}

    @Override
    public String title() {
        return frame.say("監査証跡", "Audit trail");
    }
}
