package tsukasa.budget;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsukasa.plan.Place;

/// How much is borrowed, moment by moment.
///
/// @param limit empty: nothing may be borrowed
/// @param place where the plan says so
/// @param steps after each posting, in the order of time; of one moment, what is borrowed first
public record BorrowingStanding(Optional<Long> limit, Optional<Place> place, List<Step> steps) {
    public BorrowingStanding {
        steps = List.copyOf(steps);
    }

    public record Step(Instant at, long yen, long balance) {}

    /// One posting, as it counts.
    public record Posting(Instant at, long yen) {}

    public static List<Step> steps(List<Posting> postings) {
        long[] balance = {0};
        return postings.stream()
                .sorted(Comparator.comparing(Posting::at).thenComparing(Posting::yen, Comparator.reverseOrder()))
                .map(posting -> {
                    balance[0] += posting.yen();
                    return new Step(posting.at(), posting.yen(), balance[0]);
                })
                .toList();
    }

    public boolean none() {
        return steps.stream().noneMatch(step -> step.yen() > 0);
    }

    public long balance(Instant at) {
        return steps.stream()
                .filter(step -> !step.at().isAfter(at))
                .reduce((_, later) -> later)
                .map(Step::balance)
                .orElse(0L);
    }

    /// The highest of all moments.
    public Optional<Step> peak() {
        return steps.stream().max(Comparator.comparingLong(Step::balance));
    }
}
