package tsukasa.staff.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// @param running absent when nobody is verifying here
/// @param outcome absent when nothing was verified since the start
public record AuditDaysPage(
        Frame frame,
        String sentence,
        List<Field> fields,
        Errors errors,
        @Nullable Running running,
        @Nullable Outcome outcome,
        List<Day> days,
        Paging paging)
        implements Page {
    public AuditDaysPage {
        fields = List.copyOf(fields);
        days = List.copyOf(days);
    }

    public record Running(Progress bar, String words) {}

    public record Outcome(
            Notice.Kind kind,
            String title,
            String detail,
            List<Fact> faults,
            @Nullable String more) {
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /// @param share of the fullest day shown
    public record Day(
            String day, String entries, Progress share, Status status, String word, String root, String address) {}

    @Override
    public String title() {
        return frame.say("日々の封印と検証", "Daily seals and verification");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
