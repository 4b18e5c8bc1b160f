package tsukasa.plan.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.files.FileType;
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

    /// @param address where it is downloaded; absent while this reader is not given it
    /// @param shut    why it is not given out, if it is not
    public record File(
            String name,
            String kind,
            String size,
            String sha256,
            String addedBy,
            String addedAt,
            @Nullable String address,
            Status status,
            String state,
            @Nullable String shut) {}

    public String acceptedTypes() {
        return FileType.accepted();
    }

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
