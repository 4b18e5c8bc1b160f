package tsukasa.alerts.desk;

import java.util.List;
import tsukasa.kernel.foureyes.DraftLine;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: alerts that are being written, and those that are out and may need another edition.
///
/// @param subscribers how many asked for alerts by mail, in a sentence
public record DraftsPage(
        Frame frame,
        String lead,
        List<DraftLine> drafts,
        List<Published> published,
        String subscribers,
        List<Mailing> mailings)
        implements Page {
    public DraftsPage {
        drafts = List.copyOf(drafts);
        published = List.copyOf(published);
        mailings = List.copyOf(mailings);
    }

    /// @param state how far the mails of one edition have come
    public record Mailing(String alert, String address, String begun, String letters, Status status, String state) {}

    /// @param kinds which editions may be begun
    public record Published(String number, String title, String address, String state, List<Kind> kinds) {
        public Published {
            kinds = List.copyOf(kinds);
        }
    }

    public record Kind(String value, String verb) {}

    @Override
    public String title() {
        return frame.say("注意喚起", "Alerts");
    }
}
