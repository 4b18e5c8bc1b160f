package tsukasa.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps the rows behind a number as they stood, and tells later what has become of them. Nothing changes or removes
/// what is frozen.
public interface FrozenCounts {
    /// Counts and keeps, in the transaction of the caller: both or neither.
    Freezing freeze(CountRequest request, Instant knownAt);

    Optional<FrozenCount> find(long id);

    /// By id, read in one go; those that are not there are left out.
    Map<Long, FrozenCount> find(Collection<Long> ids);

    /// Whether the kept rows are still those that were frozen: their digest is made anew.
    Integrity check(long id);

    default boolean intact(long id) {
        return check(id) instanceof Integrity.Intact;
    }

    /// What counting now, by all that is known now or by what was known then, finds different.
    ///
    /// @param query how it is counted now; another version than the frozen one is compared all the same
    /// @param most  how many different rows to give
    Comparison compare(FrozenCount frozen, CountingQuery query, Knowledge knowledge, int most);

    /// The kept rows in their order, one at a time, in flat memory.
    void stream(long id, Consumer<CountedRow> reader);

    enum Knowledge {
        /// Must give the very same rows: registers only add.
        OF_THEN,
        /// What was learned since shows as late.
        OF_NOW
    }

    /// How freezing can end.
    sealed interface Freezing {
        record Frozen(FrozenCount count) implements Freezing {}

        record NotCounted(Count.Uncountable reason) implements Freezing {}
    }

    /// How checking can end.
    sealed interface Integrity {
        record Intact() implements Integrity {}

        /// @param where rows among which something was changed; empty where rows are gone as a whole, where what is
        /// said of them was changed, and of numbers frozen when each row was still kept by itself
        record Tampered(List<Span> where) implements Integrity {
            public Tampered {
                where = List.copyOf(where);
            }
        }
    }

    /// Rows beside each other, by the ids that the first and the last of them bear now.
    ///
    /// @param rows how many there were when they were frozen
    record Span(String first, String last, int rows) {}

    /// How comparing can end.
    sealed interface Comparison {
        /// Row by row the same.
        record Same() implements Comparison {}

        /// @param added rows counted now that were not frozen
        /// @param gone  frozen rows that are not counted any more
        /// @param other rows in both whose figure, day or division changed
        /// @param rows  the first of them
        record Different(Count.Step now, long added, long gone, long other, List<Difference> rows)
                implements Comparison {
            public Different {
                rows = List.copyOf(rows);
            }
        }

        record NotCounted(Count.Uncountable reason) implements Comparison {}
    }

    /// One row that is not as it was.
    ///
    /// @param then empty for a row that came since
    /// @param now  empty for a row that went
    record Difference(Why why, Optional<CountedRow> then, Optional<CountedRow> now) {
        public CountedRow either() {
            return now.or(() -> then).orElseThrow();
        }
    }

    /// Why a row differs, as far as its times tell.
    enum Why {
        /// Recorded after the number was frozen, about a day before its as-of day.
        RECORDED_LATE,
        /// Counted then, and taken back or moved out of the count since.
        NO_LONGER_COUNTED,
        /// In both, with another figure, day or division.
        CHANGED,
        /// Recorded before, yet not counted then: only a changed definition or a changed record explains it.
        UNEXPLAINED
    }
}
