package tsukasa.alerts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which alerts are asked for; all conditions hold together.
///
/// @param words    each of them must stand in its texts, product names, numbers or CVEs, in either language; empty for
/// all
/// @param products ids of products in the database of vulnerabilities, one of which it concerns; null for all, an empty
///                 set finds none
/// @param from     the first of a list that begins with 0
public record AlertQuestion(
        String words, @Nullable Set<Long> products, Span published, Span updated, long from, int size) {
    /// From a moment, included, to another one, excluded.
    public record Span(@Nullable Instant from, @Nullable Instant until) {
        public static final Span OPEN = new Span(null, null);
    }

    public static final AlertQuestion ALL = new AlertQuestion("", null, Span.OPEN, Span.OPEN, 0, 50);

    public AlertQuestion {
        products = products == null ? null : Set.copyOf(products);
    }

    public AlertQuestion words(String asked) {
        return new AlertQuestion(asked, products, published, updated, from, size);
    }

    public AlertQuestion products(@Nullable Set<Long> only) {
        return new AlertQuestion(words, only, published, updated, from, size);
    }

    public AlertQuestion between(Span firstPublished, Span lastUpdated) {
        return new AlertQuestion(words, products, firstPublished, lastUpdated, from, size);
    }

    public AlertQuestion page(long first, int most) {
        return new AlertQuestion(words, products, published, updated, first, most);
    }
}
