package tsukasa.identity.delegation;

import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// What will be offered to whom, before it is.
///
/// @param path of the organisation
public record ConfirmOfferPage(
        Frame frame,
        String path,
        String organisation,
        String delegate,
        List<Fact> facts,
        String number,
        List<String> services,
        String extent,
        String lastDay)
        implements Page {
    @Override
    public String title() {
        return frame.say("依頼の確認", "Check the delegation");
    }
}
