package tsukasa.naming.cpe;

import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;

/// Compares two values (NISTIR 7696, table 6-2). Wildcards stand at the ends only, so a search for one run of words
/// decides.
final class Matching {
    private Matching() {}

    static CpeRelation compare(CpeValue source, CpeValue target) {
        if (source == target) {
            return source instanceof CpeValue.Words words && words.wild() ? CpeRelation.UNDEFINED : CpeRelation.EQUAL;
        }
        return switch (target) {
            case CpeValue.Words words when words.wild() -> CpeRelation.UNDEFINED;
            case CpeValue.Words words -> withWords(source, words);
            case CpeValue.Logical logical -> withLogical(source, logical);
        };
    }

    private static CpeRelation withLogical(CpeValue source, CpeValue.Logical target) {
        if (target == CpeValue.Logical.ANY) {
            return CpeRelation.SUBSET;
        }
        return source == CpeValue.ANY ? CpeRelation.SUPERSET : CpeRelation.DISJOINT;
    }

    private static CpeRelation withWords(CpeValue source, CpeValue.Words target) {
        return switch (source) {
            case CpeValue.Logical logical ->
                logical == CpeValue.Logical.ANY ? CpeRelation.SUPERSET : CpeRelation.DISJOINT;
            case CpeValue.Words words
            when words.wild() -> matches(words, target.plain()) ? CpeRelation.SUPERSET : CpeRelation.DISJOINT;
            case CpeValue.Words words -> words.equals(target) ? CpeRelation.EQUAL : CpeRelation.DISJOINT;
        };
    }

    /// A `*` is any number of characters, each `?` one or none.
    private static boolean matches(CpeValue.Words pattern, String words) {
        var text = pattern.text();
        var from = 0;
        while (from < text.length() && (text.charAt(from) == '*' || text.charAt(from) == '?')) {
            from++;
        }
        if (from == text.length()) {
            return words.length() <= from;
        }
        var to = text.length();
        while (unescapedWildcard(text, to - 1)) {
            to--;
        }
        var before = from > 0 && text.charAt(0) == '*' ? words.length() : from;
        var after = to < text.length() && text.charAt(to) == '*' ? words.length() : text.length() - to;
        var core = unescaped(text, from, to);
        for (var at = words.indexOf(core); at >= 0 && at <= before; at = words.indexOf(core, at + 1)) {
            if (words.length() - at - core.length() <= after) {
                return true;
            }
        }
        return false;
    }

    private static boolean unescapedWildcard(String text, int at) {
        if (text.charAt(at) != '*' && text.charAt(at) != '?') {
            return false;
        }
        var escapes = 0;
        for (var before = at - 1; before >= 0 && text.charAt(before) == '\\'; before--) {
            escapes++;
        }
        return escapes % 2 == 0;
    }

    private static String unescaped(String text, int from, int to) {
        var plain = new StringBuilder(to - from);
        for (var at = from; at < to; at++) {
            plain.append(text.charAt(at) == '\\' ? text.charAt(++at) : text.charAt(at));
        }
        return plain.toString();
    }
}
