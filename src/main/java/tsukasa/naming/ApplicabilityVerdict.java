package tsukasa.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a tree of statements applies to an inventory, and which statement met which product.
public record ApplicabilityVerdict(Answer answer, List<Match> matches) {
    public ApplicabilityVerdict {
        matches = List.copyOf(matches);
    }

    /// Undecided: a product of the inventory says too little, for instance no version.
    public enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    /// One statement about one product: the relation of the names and, where the statement has a range, of the version.
    public record Match(
            Applicability.Statement statement,
            CpeName product,
            Answer answer,
            CpeComparison names,
            @Nullable Containment versions) {}

    /// The products at fault, if the tree applies.
    public List<CpeName> vulnerable() {
        return answer == Answer.YES
                ? matches.stream()
                        .filter(match -> match.answer() == Answer.YES
                                && match.statement().vulnerable())
                        .map(Match::product)
                        .distinct()
                        .toList()
                : List.of();
    }
}
