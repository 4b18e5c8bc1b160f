package tsukasa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a typed text asks for: every word, `"a phrase"`, `begin*`, `field:value` (also `field:"a phrase"`); with `-`
/// before it, that it be absent. There are no errors: whatever means nothing of this is taken as words.
///
/// @param shortened whether the text was too long, and its end left out
public record AskedText(List<Part> parts, boolean shortened) {
    private static final int LONGEST = 2_000;
    private static final int MOST = 32;
    private static final int LONGEST_PART = 200;
    private static final Pattern PART = Pattern.compile(
            "(?<minus>-)?(?:(?<field>[\\p{L}_][\\p{L}\\p{N}_]{0,39})[:：])?(?:[\"“”＂](?<phrase>[^\"“”＂]+)[\"“”＂]|(?<word>[^\\s\"“”＂]+))|[\"“”＂]");

    /// How a part is looked for.
    public enum Kind {
        WORD,
        PHRASE,
        BEGINNING
    }

    /// @param field where it must be; absent means anywhere
    public record Part(Kind kind, String text, @Nullable String field, boolean excluded) {}

    public AskedText {
        parts = List.copyOf(parts);
    }

    public static AskedText read(String typed, SearchShape shape) {
        String text = plain(typed);
        List<Part> parts = new ArrayList<>();
        Matcher next = PART.matcher(text);
        while (parts.size() < MOST && next.find()) {
            if (next.group("phrase") != null || next.group("word") != null) {
                Part part = part(next, shape);
                if (part.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                    parts.add(part);
                }
            }
        }
        boolean more = parts.size() == MOST && !next.hitEnd() && next.find();
        return new AskedText(parts, more || typed.length() > LONGEST);
    }

    private static Part part(Matcher found, SearchShape shape) {
        boolean excluded = found.group("minus") != null;
        String field = found.group("field");
        String phrase = found.group("phrase");
        String word = found.group("word");
        if (field != null && !searchable(field, shape)) {
            word = field + ":" + (phrase == null ? word : phrase);
            phrase = phrase == null ? null : word;
            field = null;
        }
        if (phrase != null) {
            return new Part(Kind.PHRASE, cut(phrase.strip(), LONGEST_PART), field, excluded);
        }
        String rest = cut(word, LONGEST_PART);
        boolean begins = rest.length() > 2 && rest.endsWith("*") && !rest.startsWith("*") && !rest.startsWith("?");
        return begins
                ? new Part(Kind.BEGINNING, rest.replaceAll("\\*+$", ""), field, excluded)
                : new Part(Kind.WORD, rest, field, excluded);
    }

    private static boolean searchable(String field, SearchShape shape) {
        return shape.field(field)
                .filter(known -> known instanceof SearchField.Text || known instanceof SearchField.Keyword)
                .isPresent();
    }

    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        cut(typed, LONGEST)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) || c == 0xFEFF ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
