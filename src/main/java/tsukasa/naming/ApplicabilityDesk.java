package tsukasa.naming;

import java.util.Collection;

/// Tells whether a tree of statements, such as a configuration of NVD, applies to an inventory of products.
public interface ApplicabilityDesk {
    /// Trees deeper than 200 are refused with an [IllegalArgumentException].
    ApplicabilityVerdict apply(Applicability tree, Collection<CpeName> inventory);
}
