package tsukasa.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a document must have to be found at all, whatever its text.
public sealed interface SearchFilter {
    String field();

    /// One of these keywords. Counts of the same field leave this filter out, so that one can choose several values.
    record AnyOf(String field, Set<String> values) implements SearchFilter {
        public AnyOf {
            values = bounded(values);
        }
    }

    /// Every one of these keywords.
    record AllOf(String field, Set<String> values) implements SearchFilter {
        public AllOf {
            values = bounded(values);
        }
    }

    /// None of these keywords.
    record NoneOf(String field, Set<String> values) implements SearchFilter {
        public NoneOf {
            values = bounded(values);
        }
    }

    /// A number in this range, both ends included; an absent end is open.
    record Numbers(
            String field, @Nullable Double from, @Nullable Double to) implements SearchFilter {}

    /// A day in this range, both ends included; an absent end is open.
    record Days(
            String field,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements SearchFilter {}

    /// Any value at all, in a keyword, number or day field.
    record Exists(String field) implements SearchFilter {}

    private static Set<String> bounded(Set<String> values) {
        if (values.size() > 10_000) {
            throw new IllegalArgumentException("a filter has at most 10000 values");
        }
        return Set.copyOf(values);
    }
}
