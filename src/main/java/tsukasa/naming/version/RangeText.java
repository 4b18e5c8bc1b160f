package tsukasa.naming.version;

import tsukasa.kernel.Percent;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionScheme;

/// The text `vers:type/constraint|constraint`.
final class RangeText {
    private static final int LONGEST = 65_536;
    private static final int MOST = 2_000;

    private RangeText() {}

    static VersionRange read(String given, boolean canonical) {
        if (given.length() > LONGEST) {
            throw new NotARange("長すぎます", "Too long", LONGEST);
        }
        var text = canonical ? given : given.replaceAll("[ \\t\\r\\n]", "");
        refuseControls(text);
        var slash = text.indexOf('/');
        if (!text.startsWith("vers:") || slash < 0) {
            throw new NotARange("範囲は vers:種別/ で始まります", "A range begins with vers:type/", 0);
        }
        var scheme = VersionScheme.named(text.substring(5, slash))
                .orElseThrow(() -> new NotARange("知らない種別です", "An unknown type", 5));
        if (canonical && !text.startsWith(scheme.type() + "/", 5)) {
            throw new NotARange("種別の正式な書き方ではありません", "Not the canonical name of the type", 5);
        }
        var body = text.substring(slash + 1);
        if (body.isEmpty()) {
            throw new NotARange("条件がありません", "No constraints", slash);
        }
        if (body.equals("*")) {
            return VersionRange.all(scheme);
        }
        var bounds = new Bounds(scheme);
        constraints(bounds, body, slash + 1, canonical);
        var range = bounds.range();
        if (canonical && !write(range).equals(text)) {
            throw new NotARange(
                    "条件が版の順に並んでいないか、書き方が正式ではありません", "Not sorted by version, or not written canonically", slash + 1);
        }
        if (canonical
                && scheme == VersionScheme.DATETIME
                && !range.constraints().stream().allMatch(each -> DatetimeOrder.canonical(each.version()))) {
            throw new NotARange("日時の T と Z は大文字です", "T and Z of a moment are in upper case", slash + 1);
        }
        return range;
    }

    private static void refuseControls(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= ' ' || text.charAt(at) == 127) {
                throw new NotARange("空白や制御文字は使えません", "No blanks or control characters", at);
            }
        }
    }

    private static void constraints(Bounds bounds, String body, int offset, boolean canonical) {
        var from = offset;
        var count = 0;
        for (var constraint : body.split("\\|", -1)) {
            if (constraint.isEmpty() && canonical) {
                throw new NotARange("| が余分です", "A pipe too many", from);
            }
            if (!constraint.isEmpty()) {
                constraint(bounds, constraint, from, canonical);
            }
            if (++count > MOST) {
                throw new NotARange("条件が多すぎます", "Too many constraints", from);
            }
            from += constraint.length() + 1;
        }
    }

    private static void constraint(Bounds bounds, String text, int at, boolean canonical) {
        for (var sign : Clauses.SIGNS.entrySet()) {
            if (text.startsWith(sign.getKey())) {
                var version = decode(text.substring(sign.getKey().length()), at);
                if (version.isEmpty() || version.equals("*")) {
                    throw new NotARange("版がありません", "No version", at);
                }
                if (canonical && sign.getKey().equals("=")) {
                    throw new NotARange("= は書きません", "= is not written", at);
                }
                bounds.add(sign.getValue(), version);
                return;
            }
        }
        var version = decode(text, at);
        if (version.equals("*")) {
            throw new NotARange("* はほかの条件と並べられません", "* stands alone", at);
        }
        bounds.add(VersionConstraint.Comparator.EQUAL, version);
    }

    static String write(VersionRange range) {
        var text = new StringBuilder("vers:").append(range.scheme().type()).append('/');
        for (var at = 0; at < range.constraints().size(); at++) {
            var constraint = range.constraints().get(at);
            if (at > 0) {
                text.append('|');
            }
            Percent.encode(text.append(constraint.comparator().sign()), constraint.version(), ".-_~:");
        }
        return text.toString();
    }

    private static String decode(String text, int offset) {
        return switch (Percent.decode(text)) {
            case Percent.Plain(String plain) -> plain;
            case Percent.Unfinished(int at) ->
                throw new NotARange("% の後には 16 進数 2 桁が要ります", "Two hexadecimal digits must follow %", offset + at);
            case Percent.NoText _ -> throw new NotARange("UTF-8 として読めません", "Not UTF-8", offset);
        };
    }
}
