package tsukasa.plan.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: one entered result with its evidence and what may be done with it.
///
/// @param hindrance why it cannot be approved by this reader now
public record ResultPage(
        Frame frame,
        String id,
        String subject,
        Status state,
        String word,
        List<Fact> facts,
        List<File> files,
        boolean mayApprove,
        boolean mayWithdraw,
        boolean mayProve,
        @Nullable String hindrance,
        Errors errors)
        implements Page {

    public record File(String name, String kind, String size, String sha256, String added, String address) {}

    @Override
    public String title() {
        String plain = id + "　" + subject;
        return errors.isEmpty() ? plain : frame.say("エラー：", "Error: ") + plain;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
