package tsukasa.alerts.mailing;

import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// One step of a subscription: what happened or will happen, and at most one button.
///
/// @param button    what it says and where it leads, by POST
/// @param simulated the letter of a demonstration
public record SubscriptionPage(
        Frame frame, String title, String lead, String more, Optional<Button> button, Optional<String> simulated)
        implements Page {
    public record Button(String verb, String action) {}
}
