package tsukasa.tools.desk;

import java.util.List;
import tsukasa.kernel.foureyes.DraftLine;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: what is being written for the catalogue, and what is out and may need something new.
public record DraftsPage(Frame frame, String lead, List<DraftLine> drafts, List<Published> published) implements Page {
    public DraftsPage {
        drafts = List.copyOf(drafts);
        published = List.copyOf(published);
    }

    /// @param acts what may be begun about the tool
    public record Published(
            String name, String title, String address, Status status, String word, List<Act> acts, List<Out> releases) {
        public Published {
            acts = List.copyOf(acts);
            releases = List.copyOf(releases);
        }
    }

    /// @param acts what may be begun about the release; none for one that is withdrawn
    public record Out(String version, String address, List<Act> acts) {
        public Out {
            acts = List.copyOf(acts);
        }
    }

    public record Act(String kind, String verb) {}

    @Override
    public String title() {
        return frame.say("対策ツール", "Tools");
    }
}
