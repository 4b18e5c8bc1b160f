package tsukasa.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An index for tests of other modules: looks through all documents for the characters that were typed.
public final class ListIndex implements SearchIndex {
    private final SearchShape shape;
    private final Map<String, SearchDocument> documents = new TreeMap<>();
    private final List<SearchBatch> waiting = new ArrayList<>();
    private long mark;
    private long gathered;

    public ListIndex(SearchShape shape) {
        this.shape = shape;
    }

    @Override
    public SearchShape shape() {
        return shape;
    }

    @Override
    public IndexRole role() {
        return IndexRole.WRITING;
    }

    @Override
    public long mark() {
        return mark;
    }

    @Override
    public long documents() {
        return documents.size();
    }

    @Override
    public Applied apply(SearchBatch batch, long to) {
        if (to <= mark) {
            return new Applied.Outrun(mark);
        }
        batch.puts().forEach(put -> documents.put(put.id(), put));
        batch.removals().forEach(documents::remove);
        mark = to;
        return new Applied.Done(mark);
    }

    @Override
    public Applied gather(SearchBatch batch, long from, long to) {
        long before = Math.max(mark, gathered);
        if (from != before) {
            return from < before ? new Applied.Outrun(before) : new Applied.Lost(mark);
        }
        waiting.add(batch);
        gathered = to;
        return new Applied.Gathered(to);
    }

    @Override
    public void prepare() {
        // a list takes no text apart
    }

    @Override
    public Applied keep(long to) {
        if (gathered != to) {
            return new Applied.Lost(mark);
        }
        List<SearchBatch> all = List.copyOf(waiting);
        waiting.clear();
        gathered = 0;
        all.forEach(batch -> {
            batch.puts().forEach(put -> documents.put(put.id(), put));
            batch.removals().forEach(documents::remove);
        });
        mark = to;
        return new Applied.Done(to);
    }

    @Override
    public Applied rebuild() {
        waiting.clear();
        gathered = 0;
        documents.clear();
        mark = 0;
        return new Applied.Done(0);
    }

    @Override
    public SearchOutcome search(SearchQuestion question) {
        if (question.after() == null && (long) question.from() + question.size() > SearchQuestion.DEEPEST) {
            return new SearchOutcome.TooDeep(SearchQuestion.DEEPEST);
        }
        AskedText asked = AskedText.read(question.text(), shape);
        List<SearchDocument> found = documents.values().stream()
                .filter(document -> says(document, asked, question.text()))
                .filter(document -> question.filters().stream().allMatch(filter -> passes(document, filter, question)))
                .sorted(order(question))
                .toList();
        int from = question.from();
        String order = question.order().toString();
        if (question.after() != null) {
            String[] cursor = question.after().value().split("/", -1);
            if (cursor.length != 2 || !cursor[0].equals(order)) {
                return new SearchOutcome.UnknownCursor();
            }
            from = Integer.parseInt(cursor[1]);
        }
        int end = Math.min(found.size(), from + question.size());
        List<SearchAnswer.Hit> hits = found.subList(Math.min(from, end), end).stream()
                .map(document -> hit(document, asked))
                .toList();
        List<SearchAnswer.Facet> facets = question.facets().stream()
                .map(wish -> facet(wish, asked, question))
                .toList();
        SearchCursor next = end < found.size() && !hits.isEmpty() ? new SearchCursor(order + "/" + end) : null;
        return new SearchAnswer(found.size(), true, hits, facets, next, asked.shortened(), mark, 0);
    }

    private boolean says(SearchDocument document, AskedText asked, String typed) {
        return typed.isBlank()
                || !asked.parts().isEmpty()
                        && asked.parts().stream()
                                .allMatch(part -> part.excluded()
                                        != !places(document, part).isEmpty());
    }

    /// The fields that say the part.
    private List<String> places(SearchDocument document, AskedText.Part part) {
        List<String> places = new ArrayList<>();
        for (SearchField field : shape.fields()) {
            boolean asked = field.name().equals(part.field())
                    || part.field() == null
                            && (field instanceof SearchField.Text
                                    || field instanceof SearchField.Keyword keyword && keyword.weight() > 0);
            if (asked
                    && values(document, field.name()).stream()
                            .anyMatch(value -> contains(value, part.text(), part.kind()))) {
                places.add(field.name());
            }
        }
        return places;
    }

    private static boolean contains(String value, String text, AskedText.Kind kind) {
        String words = " " + folded(value).replaceAll("[^\\p{L}\\p{N}]", " ") + " ";
        String asked = folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        boolean japanese = asked.chars().anyMatch(c -> c >= 0x3041);
        return words.contains(japanese ? asked : kind == AskedText.Kind.BEGINNING ? " " + asked : " " + asked + " ");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> values(SearchDocument document, String field) {
        return document.texts().getOrDefault(field, List.of());
    }

    private boolean passes(SearchDocument document, SearchFilter filter, SearchQuestion question) {
        shape.field(filter.field(), SearchField.class);
        List<String> values = values(document, filter.field());
        return switch (filter) {
            case SearchFilter.AnyOf any -> values.stream().anyMatch(any.values()::contains);
            case SearchFilter.AllOf all -> values.containsAll(all.values());
            case SearchFilter.NoneOf none -> values.stream().noneMatch(none.values()::contains);
            case SearchFilter.Numbers(String field, Double from, Double to) ->
                numbers(document, field, question).stream()
                        .anyMatch(value -> (from == null || value >= from) && (to == null || value <= to));
            case SearchFilter.Days days ->
                document.days().getOrDefault(days.field(), List.of()).stream()
                        .anyMatch(value -> (days.from() == null || !value.isBefore(days.from()))
                                && (days.to() == null || !value.isAfter(days.to())));
            case SearchFilter.Exists(String field)
            when shape.field(field, SearchField.class) instanceof SearchField.Beside ->
                !numbers(document, field, question).isEmpty();
            case SearchFilter.Exists _ ->
                Stream.of(document.texts(), document.numbers(), document.days())
                        .anyMatch(map -> map.containsKey(filter.field()));
        };
    }

    private List<Double> numbers(SearchDocument document, String field, SearchQuestion question) {
        if (!(shape.field(field, SearchField.class) instanceof SearchField.Beside beside)) {
            return document.numbers().getOrDefault(field, List.of());
        }
        List<String> values = values(document, beside.keyword());
        double number = values.size() == 1 ? question.numbers(beside).of(values.getFirst()) : Double.NaN;
        return Double.isNaN(number) ? List.of() : List.of(number);
    }

    private Comparator<SearchDocument> order(SearchQuestion question) {
        SearchOrder order = question.order();
        Comparator<SearchDocument> byId = Comparator.comparing(SearchDocument::id);
        String field = order.field();
        if (field == null) {
            return byId;
        }
        return first(order, document -> numbers(document, field, question))
                .thenComparing(first(order, document -> document.days().getOrDefault(field, List.of())))
                .thenComparing(first(order, document -> values(document, field)))
                .thenComparing(byId);
    }

    private static <T extends Comparable<? super T>> Comparator<SearchDocument> first(
            SearchOrder order, Function<SearchDocument, List<T>> values) {
        Comparator<T> natural = Comparator.naturalOrder();
        Comparator<T> directed = order.falling() ? natural.reversed() : natural;
        Function<SearchDocument, @Nullable T> counting =
                document -> values.apply(document).stream().min(directed).orElse(null);
        return Comparator.comparing(counting, Comparator.nullsLast(directed));
    }

    private SearchAnswer.Hit hit(SearchDocument document, AskedText asked) {
        Map<String, List<String>> words = new TreeMap<>();
        asked.parts().stream()
                .filter(part -> !part.excluded())
                .forEach(part -> places(document, part)
                        .forEach(field -> words.computeIfAbsent(field, _ -> new ArrayList<>())
                                .add(part.text())));
        List<SearchAnswer.Snippet> snippets = new ArrayList<>();
        List<SearchAnswer.Reason> reasons = new ArrayList<>();
        words.forEach((field, found) -> {
            boolean text = shape.field(field).orElseThrow() instanceof SearchField.Text;
            reasons.add(new SearchAnswer.Reason(field, text ? found : values(document, field)));
            if (text) {
                snippets.add(new SearchAnswer.Snippet(
                        field, pieces(values(document, field).getFirst(), found)));
            }
        });
        return new SearchAnswer.Hit(document.id(), 1, snippets, reasons);
    }

    private static List<SearchAnswer.Piece> pieces(String text, List<String> words) {
        int at = text.indexOf(words.getFirst());
        if (at < 0) {
            return List.of(new SearchAnswer.Piece(text, false));
        }
        int end = at + words.getFirst().length();
        return List.of(
                new SearchAnswer.Piece(text.substring(0, at), false),
                new SearchAnswer.Piece(text.substring(at, end), true),
                new SearchAnswer.Piece(text.substring(end), false));
    }

    private SearchAnswer.Facet facet(SearchQuestion.FacetWish wish, AskedText asked, SearchQuestion question) {
        Map<String, Long> counts = documents.values().stream()
                .filter(document -> says(document, asked, question.text()))
                .filter(document -> question.filters().stream()
                        .filter(filter -> !(filter instanceof SearchFilter.AnyOf
                                && filter.field().equals(wish.field())))
                        .allMatch(filter -> passes(document, filter, question)))
                .map(document -> values(document, wish.field()))
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<SearchAnswer.Count> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(wish.top())
                .map(entry -> new SearchAnswer.Count(entry.getKey(), entry.getValue()))
                .toList();
        return new SearchAnswer.Facet(wish.field(), top, counts.size());
    }

    @Override
    public List<Suggestion> suggest(String field, String beginning, int atMost) {
        String asked = katakana(beginning).strip();
        return documents.values().stream()
                .map(document -> values(document, field))
                .flatMap(Collection::stream)
                .filter(value -> !asked.isEmpty() && (" " + katakana(value)).contains(" " + asked))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .limit(atMost)
                .toList();
    }

    private static String katakana(String text) {
        return folded(text)
                .chars()
                .map(c -> c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Mends two letters in the wrong order.
    @Override
    public Optional<String> didYouMean(SearchQuestion question) {
        String text = question.text();
        for (int i = 0; i + 1 < text.length(); i++) {
            String swapped = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
            if (!swapped.equals(text)
                    && search(question.saying(swapped)) instanceof SearchAnswer answer
                    && answer.total() > 0
                    && answer.total() < documents.size()) {
                return Optional.of(swapped);
            }
        }
        return Optional.empty();
    }
}
