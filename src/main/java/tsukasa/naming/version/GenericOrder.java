package tsukasa.naming.version;

import java.util.Comparator;
import java.util.Map;
import tsukasa.naming.NumericVersion;

/// The order of versions of which no ecosystem is known, as they stand in CPE names. Numbers, and words of letters, are
/// compared
/// one after the other; all other characters part them. At one place come: words of a preview (by stage), the end of
/// the
/// version, other words (by alphabet), numbers (by value). So `1.0rc1` < `1.0` < `1.0a` < `1.0.1`, `1.1.1k` < `1.1.1l`,
/// `1.0` < `1.0sp1`. Zeros before the end or a word count for nothing (`1.0` = `1`), nor do case, a leading `v`, `r` or
/// `version`, and words such as `final`. `a`, `b` and `m` right before digits are alpha, beta and milestone (`1.0b1`).
final class GenericOrder implements Comparator<String> {
    private static final int PREVIEW = 0;
    private static final int END = 1;
    private static final int WORD = 2;
    private static final int NUMBER = 3;
    private static final int NOTHING = -1;

    private static final Map<String, Integer> STAGES = Map.ofEntries(
            Map.entry("dev", 0),
            Map.entry("snapshot", 0),
            Map.entry("nightly", 0),
            Map.entry("canary", 0),
            Map.entry("alpha", 1),
            Map.entry("beta", 2),
            Map.entry("milestone", 3),
            Map.entry("pre", 4),
            Map.entry("prerelease", 4),
            Map.entry("preview", 4),
            Map.entry("ea", 4),
            Map.entry("rc", 5),
            Map.entry("cr", 5),
            Map.entry("candidate", 5),
            Map.entry("final", NOTHING),
            Map.entry("ga", NOTHING),
            Map.entry("release", NOTHING),
            Map.entry("stable", NOTHING));
    private static final int LONGEST_STAGE = 10;

    @Override
    public int compare(String one, String other) {
        var left = NumericVersion.of(one);
        var right = left.fits() ? NumericVersion.of(other) : left;
        return right.fits() ? Long.compare(left.rank(), right.rank()) : bySigns(one, other);
    }

    static int bySigns(String one, String other) {
        var left = new Cursor(one);
        var right = new Cursor(other);
        while (true) {
            left.next();
            right.next();
            var result = Integer.compare(left.kind, right.kind);
            if (result == 0 && left.kind == END) {
                return 0;
            }
            if (result == 0) {
                result = switch (left.kind) {
                    case PREVIEW -> Integer.compare(left.stage, right.stage);
                    case WORD -> words(left, right);
                    default -> Digits.compare(one, left.from, left.to, other, right.from, right.to);
                };
            }
            if (result != 0) {
                return result;
            }
        }
    }

    private static int words(Cursor left, Cursor right) {
        var length = Math.min(left.to - left.from, right.to - right.from);
        for (var at = 0; at < length; at++) {
            var result =
                    Character.compare(fold(left.text.charAt(left.from + at)), fold(right.text.charAt(right.from + at)));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.to - left.from, right.to - right.from);
    }

    private static char fold(char sign) {
        return sign >= 'A' && sign <= 'Z' ? (char) (sign + 32) : sign;
    }

    private static boolean letter(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign > 127;
    }

    /// Walks over the numbers and words of one version.
    private static final class Cursor {
        private final String text;
        private int kind;
        private int stage;
        private int from;
        private int to;
        private int zerosCount;

        Cursor(String text) {
            this.text = text;
            this.to = lead();
        }

        private int lead() {
            for (var prefix : new String[] {"version", "release", "ver", "rel", "v", "r"}) {
                if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    var at = prefix.length();
                    while (at < text.length() && !letter(text.charAt(at)) && !Digits.is(text.charAt(at))) {
                        at++;
                    }
                    return at < text.length() && Digits.is(text.charAt(at)) ? at : 0;
                }
            }
            return 0;
        }

        void next() {
            step();
            if (kind != NUMBER || to <= zerosCount || !Digits.zero(text, from, to)) {
                return;
            }
            var zeroFrom = from;
            var zeroTo = to;
            while (kind == NUMBER && Digits.zero(text, from, to)) {
                step();
            }
            if (kind == NUMBER) {
                zerosCount = from;
                from = zeroFrom;
                to = zeroTo;
            }
        }

        private void step() {
            do {
                from = to;
                while (from < text.length() && !Digits.is(text.charAt(from)) && !letter(text.charAt(from))) {
                    from++;
                }
                to = from;
                if (from == text.length()) {
                    kind = END;
                } else if (Digits.is(text.charAt(from))) {
                    to = Digits.end(text, from);
                    kind = NUMBER;
                } else {
                    while (to < text.length() && letter(text.charAt(to))) {
                        to++;
                    }
                    word();
                }
            } while (kind == NOTHING);
        }

        private void word() {
            kind = WORD;
            if (to - from == 1) {
                var single = fold(text.charAt(from));
                stage = single == 'a' ? 1 : single == 'b' ? 2 : single == 'm' ? 3 : NOTHING;
                if (stage > 0 && from > 0 && to < text.length() && Digits.is(text.charAt(to))) {
                    kind = PREVIEW;
                }
            } else if (to - from <= LONGEST_STAGE) {
                var known = STAGES.get(lower());
                if (known != null) {
                    kind = known == NOTHING ? NOTHING : PREVIEW;
                    stage = known;
                }
            }
        }

        private String lower() {
            var lower = new char[to - from];
            for (var at = from; at < to; at++) {
                lower[at - from] = fold(text.charAt(at));
            }
            return new String(lower);
        }
    }
}
