package tsukasa.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be found of one thing of a collection, under the names of its shape's fields.
///
/// @param texts values of text and keyword fields
public record SearchDocument(
        String id,
        Map<String, List<String>> texts,
        Map<String, List<Double>> numbers,
        Map<String, List<LocalDate>> days) {
    public SearchDocument {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("the id of a document has 1 to 200 characters");
        }
    }

    public static Making of(String id) {
        return new Making(id);
    }

    /// A document while it is put together; what is absent or blank is left out.
    public static final class Making {
        private final String id;
        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
        private final Map<String, List<LocalDate>> days = new LinkedHashMap<>();

        private Making(String id) {
            this.id = id;
        }

        public Making text(String field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                texts.computeIfAbsent(field, _ -> new ArrayList<>(2)).add(value);
            }
            return this;
        }

        public Making texts(String field, Collection<String> values) {
            values.forEach(value -> text(field, value));
            return this;
        }

        public Making number(String field, @Nullable Double value) {
            if (value != null && Double.isFinite(value)) {
                numbers.computeIfAbsent(field, _ -> new ArrayList<>(1)).add(value);
            }
            return this;
        }

        public Making day(String field, @Nullable LocalDate value) {
            if (value != null) {
                days.computeIfAbsent(field, _ -> new ArrayList<>(1)).add(value);
            }
            return this;
        }

        public SearchDocument done() {
            return new SearchDocument(id, texts, numbers, days);
        }
    }
}
