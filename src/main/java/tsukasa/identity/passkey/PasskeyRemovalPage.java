package tsukasa.identity.passkey;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Asks once more before a passkey goes.
///
/// @param last   no other passkey is left then
/// @param needed without it a new second proof must be set up before the staff's pages open again
public record PasskeyRemovalPage(Frame frame, String path, String called, boolean last, boolean needed)
        implements Page {
    PasskeyRemovalPage(Frame frame, Passkey passkey, boolean last, boolean needed) {
        this(frame, "/me/passkeys/" + passkey.id(), passkey.name(), last, needed);
    }

    @Override
    public String title() {
        return frame.say("パスキーの削除", "Remove a passkey");
    }
}
