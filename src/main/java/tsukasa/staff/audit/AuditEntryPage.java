package tsukasa.staff.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// @param more  the particulars the deed came with
/// @param chain its place, its hash and the one before
/// @param seal  the day it stands on
/// @param whole what the day's seal is, in a word
public record AuditEntryPage(
        Frame frame,
        String title,
        String lead,
        List<Fact> facts,
        List<Fact> more,
        List<Fact> chain,
        List<Fact> seal,
        Status sealStatus,
        String whole,
        @Nullable Neighbour before,
        @Nullable Neighbour after)
        implements Page {
    public AuditEntryPage {
        facts = List.copyOf(facts);
        more = List.copyOf(more);
        chain = List.copyOf(chain);
        seal = List.copyOf(seal);
    }

    public record Neighbour(String address, String words) {}
}
