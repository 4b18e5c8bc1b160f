package tsukasa.cycle;

import java.time.YearMonth;
import java.util.List;
import tsukasa.files.FileHolder;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// 資料: the files of a monthly report and of a meeting. Staff read them; those who write the thing itself add and
/// remove them.
public interface Papers {
    String REPORT = "monthly-report";
    String MEETING = "meeting";

    /// @param removable the reader may take them away
    List<AttachedFile> of(Frame frame, FileHolder holder, boolean removable);

    static FileHolder report(Plan plan, YearMonth month, Place place) {
        return new FileHolder(REPORT, plan.id() + "/" + month + "/" + place.slug());
    }

    static FileHolder meeting(long id) {
        return new FileHolder(MEETING, String.valueOf(id));
    }
}
