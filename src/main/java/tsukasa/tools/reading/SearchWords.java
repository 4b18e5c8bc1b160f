package tsukasa.tools.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The words somebody looks for, as they are compared: half width and in lower case, a few of them, none endless.
final class SearchWords {
    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private SearchWords() {}

    static String plain(String text) {
        return Normalizer.normalize(text.replace("\u0000", ""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    static List<String> of(String asked) {
        String shortened = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return Arrays.stream(plain(shortened).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }
}
