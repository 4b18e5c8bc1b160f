package tsukasa.exposure.checking;

import java.time.Instant;
import java.util.List;
import tsukasa.exposure.Bill;

/// What became of checking a bill of materials. Of the document itself only what the findings name is kept.
///
/// @param about      the document without its parts and statements
/// @param components how many it has
/// @param known      of how many the database knows the product
/// @param ruledOut   how often the version of a component is not concerned
/// @param more       findings that were counted but not kept
/// @param about    the bill with its first parts that have names, so that they can be watched
/// @param named    how many parts have a package URL or a CPE name
/// @param statements how many VEX statements were read, and how many of them fit a finding
record Checked(
        Bill about,
        Instant at,
        int components,
        int named,
        int known,
        List<Finding> findings,
        long ruledOut,
        long more,
        int statements,
        int fitting,
        Unmatched unmatched) {
    Checked {
        findings = List.copyOf(findings);
    }

    /// About how much memory it takes.
    long weight() {
        return 2000L * (1 + findings.size())
                + 500L * about.parts().size()
                + 300L
                        * java.util.Arrays.stream(Unmatched.Reason.values())
                                .mapToLong(reason -> unmatched.first(reason).size())
                                .sum();
    }
}
