package tsukasa.identity.recovery;

import java.time.Instant;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param opened whether the wait is over
/// @param opens  from when one can go on, in words
public record RecoveryPage(Frame frame, String path, boolean opened, String opens) implements Page {
    RecoveryPage(Frame frame, String path, Recovery recovery, Instant now) {
        this(frame, path, recovery.opened(now), opens(frame, recovery));
    }

    private static String opens(Frame frame, Recovery recovery) {
        Instant opens = recovery.opensAt();
        return opens == null ? "" : frame.writing().minute(opens);
    }

    @Override
    public String title() {
        return frame.say("アカウントの回復", "Recover your account");
    }
}
