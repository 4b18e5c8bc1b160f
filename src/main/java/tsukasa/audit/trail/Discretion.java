package tsukasa.audit.trail;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the trail says is kept for years and read by others: short, on one line, and without secrets. Callers do not
/// put any in; this is the second lock.
final class Discretion {
    static final String HIDDEN = "…";
    private static final int LONGEST = 1_000;
    private static final int MOST_FACTS = 40;
    private static final int SHORTEST_TOKEN = 36;

    /// Links and tokens of ours are 256 random bits: 43 signs. Hashes in hexadecimal digits are no secrets.
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{36,}(?![A-Za-z0-9_-])");

    private static final Pattern PUBLIC = Pattern.compile("[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private Discretion() {}

    static String plain(String text) {
        return harmless(text) ? text : cleaned(text);
    }

    /// Nearly every text is; looking closely costs more than writing it down.
    private static boolean harmless(String text) {
        return text.length() < SHORTEST_TOKEN
                && text.chars()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.isSurrogate((char) c)
                                || c == '\u2028'
                                || c == '\u2029');
    }

    private static String cleaned(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        String shortened = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + HIDDEN : line;
        return TOKEN.matcher(shortened)
                .replaceAll(found ->
                        Matcher.quoteReplacement(PUBLIC.matcher(found.group()).matches() ? found.group() : HIDDEN));
    }

    static @Nullable String plainOrNull(@Nullable String text) {
        return text == null ? null : plain(text);
    }

    static Map<String, String> plain(Map<String, String> facts) {
        Map<String, String> plain = new TreeMap<>();
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_FACTS)
                .forEach(fact -> plain.put(plain(fact.getKey()), plain(fact.getValue())));
        return plain;
    }
}
