package tsukasa.scheme.form;

import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// Shows what will be registered; a mail scanner that opens it changes nothing.
public record ConfirmationPage(Frame frame, Scheme scheme, String number, List<Fact> facts, String action)
        implements Page {
    public ConfirmationPage {
        facts = List.copyOf(facts);
    }

    @Override
    public String title() {
        return frame.say("登録の確認", "Confirm");
    }
}
