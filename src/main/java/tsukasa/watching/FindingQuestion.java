package tsukasa.watching;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which findings somebody wants to see. An empty set leaves a condition out.
///
/// @param lists      of these of one's lists; of all for an empty set
/// @param severities by ordinal of [tsukasa.scoring.Severity]; -1 for what nobody scored
/// @param exploited  null for both
/// @param product    a part of the name of a product, empty for all
/// @param entries    about these alone; about all for an empty set
/// @param since      that became affected then or later
/// @param newest     the newest first; else the most urgent
/// @param after      the last one of the page before
public record FindingQuestion(
        Set<UUID> lists,
        Set<Integer> severities,
        @Nullable Boolean exploited,
        Set<FindingState> states,
        String product,
        Set<Long> entries,
        @Nullable Instant since,
        boolean newest,
        @Nullable Key after,
        int size) {
    public static final int UNSCORED = -1;

    public FindingQuestion {
        lists = Set.copyOf(lists);
        severities = Set.copyOf(severities);
        states = Set.copyOf(states);
        entries = Set.copyOf(entries);
    }

    /// Where a page ends.
    ///
    /// @param order urgency, or microseconds since 1970
    public record Key(long order, long id) {}

    /// What of a list waits, the most urgent first.
    public static FindingQuestion waiting(Set<UUID> lists, int size) {
        return new FindingQuestion(lists, Set.of(), null, FindingState.WAITING, "", Set.of(), null, false, null, size);
    }

    /// All of these lists, whatever became of it, the most urgent first.
    public static FindingQuestion all(Set<UUID> lists, int size) {
        return new FindingQuestion(lists, Set.of(), null, Set.of(), "", Set.of(), null, false, null, size);
    }

    /// Whether the number of its findings is kept, so that counting them costs nothing.
    public boolean summed() {
        return product.isBlank() && entries.isEmpty() && since == null;
    }

    /// Of one list, in these states.
    public FindingQuestion of(UUID list, Set<FindingState> others) {
        return new FindingQuestion(
                Set.of(list), severities, exploited, others, product, entries, since, newest, after, size);
    }

    public FindingQuestion from(@Nullable Key key) {
        return new FindingQuestion(lists, severities, exploited, states, product, entries, since, newest, key, size);
    }

    public FindingQuestion sized(int rows) {
        return new FindingQuestion(lists, severities, exploited, states, product, entries, since, newest, after, rows);
    }
}
