package tsukasa.naming.cpe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeBinding;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;

/// Takes a whole name apart.
final class NameReader {
    private static final int ATTRIBUTES = CpeAttribute.values().length;
    private static final int LONGEST = 4_096;
    private static final String FORMATTED = "cpe:2.3:";
    private static final String URI = "cpe:/";
    private static final String WELL_FORMED = "wfn:[";
    private static final Map<String, CpeAttribute> BY_NAME =
            Arrays.stream(CpeAttribute.values()).collect(Collectors.toMap(CpeAttribute::wellFormed, a -> a));

    private NameReader() {}

    static CpeReading read(String text) {
        if (text.length() > LONGEST) {
            throw new NotAName(Text.of("長すぎます", "Too long"), LONGEST);
        }
        if (starts(text, FORMATTED)) {
            return new CpeReading.Read(formatted(text), CpeBinding.FORMATTED);
        }
        if (starts(text, "cpe://")) {
            return new CpeReading.Read(OldNameReader.single(text), CpeBinding.CPE_1_1);
        }
        if (starts(text, URI)) {
            return new CpeReading.Read(uri(text), tilde(text) ? CpeBinding.URI_2_2 : CpeBinding.URI);
        }
        if (starts(text, WELL_FORMED)) {
            return new CpeReading.Read(wellFormed(text), CpeBinding.WELL_FORMED);
        }
        throw new NotAName(
                Text.of("CPE 名は cpe:2.3:、cpe:/ または wfn:[ で始まります", "A CPE name begins with cpe:2.3:, cpe:/ or wfn:["),
                0);
    }

    private static boolean starts(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static CpeName formatted(String text) {
        var values = new CpeValue[ATTRIBUTES];
        var count = 0;
        var from = FORMATTED.length();
        for (var at = from; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ':') {
                if (count == ATTRIBUTES) {
                    throw new NotAName(Text.of("属性は 11 個です", "A name has eleven attributes"), from);
                }
                values[count++] = ValueReader.formatted(text, from, at);
                from = at + 1;
            } else if (text.charAt(at) == '\\') {
                at++;
            }
        }
        if (count < ATTRIBUTES || from <= text.length()) {
            throw new NotAName(Text.of("属性は 11 個です", "A name has eleven attributes"), text.length());
        }
        return checked(values, FORMATTED.length());
    }

    /// NISTIR 7695, 6.1.3.2 reads a bare `~` outside of the edition, as CPE 2.2 has it; 2.3 itself writes `%7e`.
    private static boolean tilde(String text) {
        var component = 0;
        var first = text.indexOf('~');
        for (var at = URI.length(); at < first; at++) {
            component += text.charAt(at) == ':' ? 1 : 0;
        }
        return first >= 0
                && (component != 5 || text.charAt(first - 1) != ':' || text.lastIndexOf('~') > end(text, first));
    }

    private static int end(String text, int from) {
        var colon = text.indexOf(':', from);
        return colon < 0 ? text.length() : colon;
    }

    private static CpeName uri(String text) {
        var values = new CpeValue[ATTRIBUTES];
        Arrays.fill(values, CpeValue.ANY);
        var component = 0;
        var from = URI.length();
        for (var at = from; at <= text.length(); at++) {
            if (at < text.length() && text.charAt(at) != ':') {
                continue;
            }
            if (component == 7) {
                throw new NotAName(Text.of("URI の要素は 7 個までです", "A URI has seven components at most"), from);
            }
            if (component == 5 && from < at && text.charAt(from) == '~') {
                packed(text, from, at, values);
            } else {
                values[component] = ValueReader.uri(text, from, at);
            }
            component++;
            from = at + 1;
        }
        return checked(values, URI.length());
    }

    /// `~edition~sw_edition~target_sw~target_hw~other` (NISTIR 7695, 6.1.3.3).
    private static void packed(String text, int from, int to, CpeValue[] values) {
        var targets = new CpeAttribute[] {
            CpeAttribute.EDITION,
            CpeAttribute.SOFTWARE_EDITION,
            CpeAttribute.TARGET_SOFTWARE,
            CpeAttribute.TARGET_HARDWARE,
            CpeAttribute.OTHER
        };
        var start = from + 1;
        var count = 0;
        for (var at = start; at <= to; at++) {
            if (at == to || text.charAt(at) == '~') {
                if (count == targets.length) {
                    throw new NotAName(Text.of("edition の ~ は 5 個です", "An edition has five ~"), at);
                }
                values[targets[count++].ordinal()] = ValueReader.uri(text, start, at);
                start = at + 1;
            }
        }
        if (count < targets.length) {
            throw new NotAName(Text.of("edition の ~ は 5 個です", "An edition has five ~"), to);
        }
    }

    private static CpeName wellFormed(String text) {
        var values = new CpeValue[ATTRIBUTES];
        var at = WELL_FORMED.length();
        if (!text.endsWith("]")) {
            throw new NotAName(Text.of("] がありません", "] is missing"), text.length());
        }
        var end = text.length() - 1;
        while (at < end) {
            var equals = text.indexOf('=', at);
            var attribute = equals < 0 || equals > end
                    ? null
                    : BY_NAME.get(text.substring(at, equals).strip());
            if (attribute == null || values[attribute.ordinal()] != null) {
                throw new NotAName(Text.of("属性の名前が違います", "Not the name of an attribute, or given twice"), at);
            }
            var to = endOfValue(text, equals + 1, end);
            values[attribute.ordinal()] = wellFormedValue(text, equals + 1, to);
            at = to < end && text.charAt(to) == ',' ? to + 1 : to;
            if (to < end && text.charAt(to) != ',') {
                throw NotAName.character(to);
            }
        }
        for (var index = 0; index < ATTRIBUTES; index++) {
            if (values[index] == null) {
                values[index] = CpeValue.ANY;
            }
        }
        return checked(values, WELL_FORMED.length());
    }

    private static int endOfValue(String text, int from, int end) {
        var quoted = false;
        for (var at = from; at < end; at++) {
            var letter = text.charAt(at);
            if (letter == '\\' && quoted) {
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                return at;
            }
        }
        if (quoted) {
            throw NotAName.character(from);
        }
        return end;
    }

    private static CpeValue wellFormedValue(String text, int from, int to) {
        var value = text.substring(from, to).strip();
        return switch (value) {
            case "ANY" -> CpeValue.ANY;
            case "NA" -> CpeValue.NA;
            default -> {
                if (value.length() < 3 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
                    throw NotAName.character(from);
                }
                var open = text.indexOf('"', from);
                yield ValueReader.wellFormed(text, open + 1, open + value.length() - 1);
            }
        };
    }

    static CpeName checked(CpeValue[] values, int at) {
        if (values[0] instanceof CpeValue.Words(var part)
                && !(part.length() == 1 && "aoh".contains(part.toLowerCase(Locale.ROOT)))) {
            throw new NotAName(Text.of("part は a、o、h のいずれかです", "The part is a, o or h"), at);
        }
        return CpeName.of(values);
    }
}
