package tsukasa.naming.version;

import tsukasa.naming.VersionConstraint.Comparator;

/// `[1.0,2.0)` of Maven and NuGet.
final class Intervals {
    private Intervals() {}

    static void read(Bounds bounds, String given, Comparator bare) {
        var text = given.strip();
        if (text.isEmpty()) {
            return;
        }
        if (text.charAt(0) != '[' && text.charAt(0) != '(') {
            if (text.equals("*")) {
                bounds.add(Comparator.ANY, "");
            } else if (text.chars().anyMatch(sign -> "[](),".indexOf(sign) >= 0)) {
                throw new NotARange("区間の書き方が違います", "Not an interval", 0);
            } else {
                bounds.add(bare, text);
            }
            return;
        }
        var at = 0;
        while (at < text.length()) {
            var end = at + 1;
            while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != ')') {
                end++;
            }
            if (end == text.length() || text.charAt(at) != '[' && text.charAt(at) != '(') {
                throw new NotARange("区間の書き方が違います", "Not an interval", at);
            }
            interval(bounds, text.substring(at + 1, end), text.charAt(at) == '[', text.charAt(end) == ']', at);
            at = end + 1;
            while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')) {
                at++;
            }
        }
    }

    private static void interval(Bounds bounds, String inner, boolean fromIncluded, boolean toIncluded, int at) {
        var comma = inner.indexOf(',');
        if (comma < 0) {
            if (!fromIncluded || !toIncluded || inner.isBlank()) {
                throw new NotARange("区間の書き方が違います", "Not an interval", at);
            }
            bounds.add(Comparator.EQUAL, inner.strip());
            return;
        }
        var from = inner.substring(0, comma).strip();
        var to = inner.substring(comma + 1).strip();
        if (to.indexOf(',') >= 0) {
            throw new NotARange("区間の書き方が違います", "Not an interval", at);
        }
        if (!from.isEmpty()) {
            bounds.add(fromIncluded ? Comparator.AT_LEAST : Comparator.GREATER, from);
        }
        if (!to.isEmpty()) {
            bounds.add(toIncluded ? Comparator.AT_MOST : Comparator.LESS, to);
        }
        if (from.isEmpty() && to.isEmpty()) {
            bounds.add(Comparator.ANY, "");
        }
    }
}
