package tsukasa.plan.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One entered result as everyone may see it: what it says, which department answers for it, and that evidence exists.
///
/// @param staff the page that shows who entered it, and its files, to those who may see them
public record RecordPage(
        Frame frame,
        String id,
        String subject,
        @Nullable String staff,
        Status state,
        String word,
        List<Fact> facts,
        List<Proof> proofs)
        implements Page {
    public record Proof(String name, String kind, String size, String sha256, String added) {}

    @Override
    public String title() {
        return frame.say("実績の記録 ", "Result ") + id;
    }
}
