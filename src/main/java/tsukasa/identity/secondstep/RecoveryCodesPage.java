package tsukasa.identity.secondstep;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param left  how many unused ones there are
/// @param codes the new ones, shown this once; empty before they are made
public record RecoveryCodesPage(Frame frame, int left, List<String> codes) implements Page {
    static RecoveryCodesPage before(Frame frame, int left) {
        return new RecoveryCodesPage(frame, left, List.of());
    }

    static RecoveryCodesPage made(Frame frame, List<String> codes) {
        return new RecoveryCodesPage(frame, codes.size(), codes);
    }

    @Override
    public String title() {
        return frame.say("回復コード", "Recovery codes");
    }
}
