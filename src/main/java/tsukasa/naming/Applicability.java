package tsukasa.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a statement applies to an inventory: statements about products, joined by "all", "any" and "not".
public sealed interface Applicability {
    record All(List<Applicability> of) implements Applicability {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Applicability> of) implements Applicability {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Applicability of) implements Applicability {}

    /// A product of the inventory is covered by the criteria, and its version is in the range.
    /// Not vulnerable means: needed beside the vulnerable product (its platform), but not at fault.
    record Statement(
            CpeName criteria, boolean vulnerable, @Nullable VersionRange range) implements Applicability {}
}
