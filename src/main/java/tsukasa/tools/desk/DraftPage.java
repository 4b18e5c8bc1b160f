package tsukasa.tools.desk;

import java.util.List;
import tsukasa.kernel.foureyes.DraftSheet;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: one draft.
///
/// @param attaches whether files belong to it
public record DraftPage(Frame frame, DraftSheet sheet, List<AttachedFile> files, boolean attaches, boolean mayPublish)
        implements Page {
    public DraftPage {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return sheet.title(frame);
    }

    @Override
    public int status() {
        return sheet.answer();
    }
}
