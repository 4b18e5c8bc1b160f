package tsukasa.tools.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One release: what is new, its files with what is needed to check them, and what is in it.
///
/// @param withdrawn why it is no longer offered; null while it is
/// @param files     empty where it was withdrawn
/// @param checked   in one sentence, what the database of vulnerabilities says of its parts
public record ReleasePage(
        Frame frame,
        String heading,
        String tool,
        String toolAddress,
        Status standing,
        String word,
        String day,
        @Nullable String withdrawn,
        String notes,
        List<ToolPage.Offer> files,
        String sums,
        String key,
        String fingerprint,
        List<Part> parts,
        String checked,
        String downloads,
        String counts)
        implements Page {
    public ReleasePage {
        files = List.copyOf(files);
        parts = List.copyOf(parts);
    }

    public record Part(String name, List<Concern> concerns) {
        public Part {
            concerns = List.copyOf(concerns);
        }
    }

    public record Concern(String number, String address, Status status, String word, String why) {}

    @Override
    public String title() {
        return heading;
    }
}
