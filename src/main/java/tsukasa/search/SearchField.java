package tsukasa.search;

import java.util.regex.Pattern;

/// A field of a collection: what may be asked of it follows from its kind.
public sealed interface SearchField {
    /// How users name it in `name:value`, so it is short and plain.
    String name();

    /// Running text, searched by words and phrases.
    ///
    /// @param weight how much a find here counts beside the other fields; 1 is usual
    /// @param stored whether hits show snippets of it; without, a hit only says that it was found here
    record Text(String name, TextLanguage language, float weight, boolean stored) implements SearchField {
        public Text {
            checkName(name);
            if (!(weight > 0 && weight <= 100)) {
                throw new IllegalArgumentException("the weight of a text is above 0 and at most 100");
            }
        }
    }

    /// Names and codes, several to a document: filtered and counted as they stand, found by `name:value` whatever
    /// their case and width.
    ///
    /// @param weight    above 0: also found by the words in them, and by words asked of no field in particular
    /// @param suggested whether names are completed from their beginning, see [SearchIndex#suggest]
    record Keyword(String name, float weight, boolean suggested) implements SearchField {
        public Keyword {
            checkName(name);
            if (!(weight >= 0 && weight <= 100)) {
                throw new IllegalArgumentException("the weight of a keyword is 0 to 100");
            }
        }
    }

    /// Numbers: ranges and order. Of several the smallest counts in rising order, the greatest in falling.
    record Number(String name) implements SearchField {
        public Number {
            checkName(name);
        }
    }

    /// Days: ranges and order, as with numbers.
    record Day(String name) implements SearchField {
        public Day {
            checkName(name);
        }
    }

    /// Numbers that stand beside the documents and change without them: each question that asks for them brings them
    /// along, see [SearchQuestion#beside]. Ranges and order.
    ///
    /// @param keyword by whose value they are told; a document of none or several has no number
    record Beside(String name, String keyword) implements SearchField {
        public Beside {
            checkName(name);
        }
    }

    private static void checkName(String name) {
        if (!Pattern.matches("[a-z][a-z0-9_]{0,39}", name)) {
            throw new IllegalArgumentException("not a name of a field: " + name);
        }
    }
}
