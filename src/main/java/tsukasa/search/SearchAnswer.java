package tsukasa.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param total     how many there are in all
/// @param exact     whether that is the exact number; else there are at least so many
/// @param next      where to go on; absent on the last page
/// @param shortened whether the text was too long, and its end not looked for
/// @param mark      how far the index was
public record SearchAnswer(
        long total,
        boolean exact,
        List<Hit> hits,
        List<Facet> facets,
        @Nullable SearchCursor next,
        boolean shortened,
        long mark,
        long millis)
        implements SearchOutcome {

    /// A document that was found.
    ///
    /// @param reasons where and how the text was found; empty when only filters were asked
    public record Hit(String id, float score, List<Snippet> snippets, List<Reason> reasons) {}

    /// The best part of a stored text.
    public record Snippet(String field, List<Piece> pieces) {
        public String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /// Plain text, never markup.
    public record Piece(String text, boolean hit) {}

    /// What of the text was found in a field, as it stands in the document.
    public record Reason(String field, List<String> found) {}

    /// The values of a field among all that was found.
    ///
    /// @param values   the most frequent first
    /// @param distinct how many values there are in all
    public record Facet(String field, List<Count> values, int distinct) {}

    /// A value and how many documents have it.
    public record Count(String value, long documents) {}

    public Optional<Facet> facet(String field) {
        return facets.stream().filter(facet -> facet.field().equals(field)).findFirst();
    }
}
