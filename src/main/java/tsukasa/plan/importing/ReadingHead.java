package tsukasa.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// What stands above every view of one reading.
///
/// @param sentence   how it stands, in words
/// @param hindrance  why this person cannot accept it now
/// @param left       how many doubts and wrong figures are left; acceptance asks about them
/// @param undo       what undoing would take back
/// @param plan       the address of the accepted plan
/// @param replaces   the plan whose place it will take
public record ReadingHead(
        String id,
        String address,
        String title,
        Status status,
        String word,
        String sentence,
        List<Fact> facts,
        List<Tab> tabs,
        int version,
        boolean open,
        boolean mayAccept,
        @Nullable String hindrance,
        int left,
        @Nullable String undo,
        @Nullable String plan,
        @Nullable String replaces,
        boolean yearKnown,
        List<String> unapplied) {}
