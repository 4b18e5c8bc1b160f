package tsukasa.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tsukasa.search.SearchAnswer;

/// Places in a text where something was found.
final class Marked {
    private static final int SNIPPET = 180;
    private static final int BEFORE = 40;
    private final List<Place> places = new ArrayList<>();

    private record Place(int begin, int end) {}

    void add(int begin, int end) {
        if (begin >= 0) {
            places.add(new Place(begin, Math.max(end, begin + 1)));
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    List<String> words(String text, int most) {
        Set<String> words = new LinkedHashSet<>();
        for (Place place : joined(text)) {
            if (words.size() < most) {
                words.add(text.substring(place.begin(), place.end()));
            }
        }
        return List.copyOf(words);
    }

    /// The stretch of the text in which most is found; the whole text when it is short.
    List<SearchAnswer.Piece> around(String text) {
        List<Place> all = joined(text);
        int from = 0;
        int until = text.length();
        if (until > SNIPPET && !all.isEmpty()) {
            from = begin(text, densest(all));
            until = whole(text, Math.min(text.length(), from + SNIPPET));
        }
        List<SearchAnswer.Piece> pieces = new ArrayList<>();
        piece(pieces, from > 0 ? "…" : "", false);
        int at = from;
        for (Place place : all) {
            if (place.begin() >= at && place.begin() < until) {
                int end = Math.min(place.end(), until);
                piece(pieces, text.substring(at, place.begin()), false);
                piece(pieces, text.substring(place.begin(), end), true);
                at = end;
            }
        }
        piece(pieces, text.substring(at, until), false);
        piece(pieces, until < text.length() ? "…" : "", false);
        return pieces;
    }

    private static void piece(List<SearchAnswer.Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new SearchAnswer.Piece(text, hit));
        }
    }

    /// Where the stretch with most characters found begins.
    private static int densest(List<Place> all) {
        int best = all.getFirst().begin();
        int most = 0;
        for (int i = 0; i < all.size(); i++) {
            int found = 0;
            int begin = all.get(i).begin();
            for (int k = i; k < all.size() && all.get(k).end() <= begin + SNIPPET - BEFORE; k++) {
                found += all.get(k).end() - all.get(k).begin();
            }
            if (found > most) {
                most = found;
                best = begin;
            }
        }
        return best;
    }

    /// The begin of the sentence or word, if it is near.
    private static int begin(String text, int hit) {
        int earliest = Math.max(0, hit - BEFORE);
        for (int i = hit; i > earliest; i--) {
            char before = text.charAt(i - 1);
            if (before == '。' || before == '\n' || before == '.' && text.charAt(i) == ' ') {
                return i;
            }
        }
        for (int i = earliest; i > 0 && i < hit; i++) {
            if (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '、') {
                return i;
            }
        }
        return whole(text, earliest);
    }

    /// Never between the halves of a character.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private List<Place> joined(String text) {
        List<Place> joined = new ArrayList<>();
        List<Place> sorted = places.stream()
                .filter(place -> place.end() <= text.length())
                .sorted(Comparator.comparingInt(Place::begin))
                .toList();
        for (Place place : sorted) {
            if (!joined.isEmpty() && place.begin() < joined.getLast().end()) {
                Place last = joined.removeLast();
                joined.add(new Place(last.begin(), Math.max(last.end(), place.end())));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }
}
