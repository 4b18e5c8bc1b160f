package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsukasa.plan.Doubt;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Role;

/// The lines of a plan sorted into items and passages by one numbering style.
///
/// @param inSequence numbers that continue or open a list as they should
/// @param jumps      numbers that do not
/// @param unlisted   styles that seem to number something but are not of this profile, with the level they stand below
/// @param evaluated  for each level, how many groups of indicators ended where an item of that level began
record Outline(
        Profile profile,
        List<Entry> entries,
        List<Doubt> doubts,
        int inSequence,
        int jumps,
        Map<MarkerStyle, Integer> unlisted,
        Map<Integer, Integer> evaluated) {

    sealed interface Entry {}

    /// An item while its lines are being collected.
    record Draft(Place place, int depth, Role role, String marker, List<SourceLine> lines) implements Entry {
        Draft(Place place, int depth, Role role, String marker) {
            this(place, depth, role, marker, new ArrayList<>());
        }
    }

    record FurnitureLine(SourceLine line) implements Entry {}

    /// @param within the lines above, nearest first, and the headings over them: they may say what the table is
    record TableLines(List<SourceLine> lines, List<String> within) implements Entry {}

    int score() {
        return 2 * inSequence
                - 5 * jumps
                - 3 * unlisted.values().stream().mapToInt(i -> 1).sum();
    }
}
