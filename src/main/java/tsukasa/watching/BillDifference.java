package tsukasa.watching;

import java.util.List;

/// What a new bill of materials has that the one before had not, and the other way about.
///
/// @param changed products that both have, in other versions
/// @param kept    how many parts are the same in both
public record BillDifference(List<Part> added, List<Part> removed, List<Changed> changed, int kept) {
    public BillDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// @param version empty where it is not known
    public record Part(String title, String version) {}

    /// A bill may have a product in several versions.
    public record Changed(String title, List<String> before, List<String> after) {
        public Changed {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
