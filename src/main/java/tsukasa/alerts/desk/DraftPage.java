package tsukasa.alerts.desk;

import org.jspecify.annotations.Nullable;
import tsukasa.kernel.foureyes.DraftSheet;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: one draft.
///
/// @param due the field for a time to come, for whoever may approve it
public record DraftPage(
        Frame frame, DraftSheet sheet, @Nullable Field due) implements Page {
    @Override
    public String title() {
        return sheet.title(frame);
    }

    @Override
    public int status() {
        return sheet.answer();
    }
}
