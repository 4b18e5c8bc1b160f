package tsukasa.files.oversight;

import java.util.List;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// @param sentence the page's result in one sentence
/// @param scanning how files are scanned here, in one sentence
public record FilesPage(
        Frame frame, String sentence, String scanning, List<Field> fields, List<Row> rows, Paging paging)
        implements Page {

    /// @param until the last day it is kept, or why no day ends it
    public record Row(
            String address,
            String name,
            String kind,
            String holder,
            String when,
            String by,
            String until,
            boolean held,
            boolean confidential,
            Status status,
            String state) {}

    @Override
    public String title() {
        return frame.say("保管ファイル", "Kept files");
    }
}
