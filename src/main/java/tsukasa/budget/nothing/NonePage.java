package tsukasa.budget.nothing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: what the plan says there is none of.
public record NonePage(
        Frame frame,
        String plan,
        String year,
        List<Tab> views,
        String lead,
        List<Line> lines,
        Errors errors,
        int answer)
        implements Page {
    /// @param sentence  how it stands, in words
    /// @param elsewhere the register in which entries are kept, if it has its own
    /// @param subject   as it was sent
    /// @param wrong     what is wrong with what was sent for this place
    public record Line(
            String place,
            String label,
            String address,
            String title,
            Status status,
            String word,
            String sentence,
            int seen,
            boolean mayConfirm,
            boolean mayPropose,
            boolean mayDecide,
            @Nullable String elsewhere,
            List<Moment> moments,
            String subject,
            String yen,
            String reason,
            @Nullable String wrong) {}

    @Override
    public String title() {
        String name = frame.say("「なし」の登録", "Registers of what there is none of");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
