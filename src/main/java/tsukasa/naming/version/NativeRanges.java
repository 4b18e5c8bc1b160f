package tsukasa.naming.version;

import tsukasa.naming.VersionConstraint.Comparator;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionScheme;

/// Ranges as the ecosystems write them.
final class NativeRanges {
    private static final int LONGEST = 16_384;

    private NativeRanges() {}

    static VersionRange read(VersionScheme scheme, String text) {
        if (text.length() > LONGEST) {
            throw new NotARange("長すぎます", "Too long", LONGEST);
        }
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' && text.charAt(at) != '\t') {
                throw new NotARange("制御文字は使えません", "No control characters", at);
            }
        }
        var bounds = new Bounds(scheme);
        switch (scheme) {
            case NPM, SEMVER, PUB, SWIFT -> NodeRanges.read(bounds, text, "");
            case CARGO -> NodeRanges.read(bounds, text, "^");
            case COMPOSER -> ComposerRanges.read(bounds, text);
            case CONAN -> ConanRanges.read(bounds, text);
            case PYPI, CONDA -> python(bounds, text);
            case GEM, HEX -> ruby(bounds, text);
            case NUGET -> Intervals.read(bounds, text, Comparator.AT_LEAST);
            case MAVEN -> Intervals.read(bounds, text, Comparator.EQUAL);
            case NGINX -> nginx(bounds, text);
            case ALPM,
                    APK,
                    CRAN,
                    DATETIME,
                    DEB,
                    GENERIC,
                    GENTOO,
                    GIT,
                    GOLANG,
                    HACKAGE,
                    INTDOT,
                    LEXICOGRAPHIC,
                    OPENSSL,
                    RPM -> plain(bounds, text);
        }
        return bounds.range();
    }

    private static void plain(Bounds bounds, String text) {
        if (text.strip().equals("*")) {
            bounds.add(Comparator.ANY, "");
            return;
        }
        for (var alternative : Clauses.alternatives(text)) {
            for (var clause : Clauses.read(alternative)) {
                bounds.add(clause.comparator(), clause.version());
            }
        }
    }

    /// PEP 440: `~=` raises the number before the last, `==1.4.*` is a prefix.
    private static void python(Bounds bounds, String text) {
        for (var clause : Clauses.read(text)) {
            var operator = clause.operator();
            var version = clause.version();
            var release = operator.equals("~=") || version.endsWith(".*") || version.equals("*")
                    ? Release.read(version)
                    : null;
            if (release == null) {
                bounds.add(clause.comparator(), version);
            } else if (release.numbers().isEmpty()) {
                bounds.add(Comparator.ANY, "");
            } else if (operator.equals("~=")) {
                if (release.numbers().size() < 2) {
                    throw new NotARange("~= には 2 つ以上の数が要ります", "~= needs two numbers", 0);
                }
                bounds.between(version, release.raised(release.numbers().size() - 1, 0));
            } else if (operator.equals("!=")) {
                bounds.add(Comparator.LESS, release.full(0));
                bounds.add(Comparator.AT_LEAST, release.raised(release.numbers().size(), 0));
            } else {
                bounds.between(release.full(0), release.raised(release.numbers().size(), 0));
            }
        }
    }

    /// `~>` raises the number before the last; Hex joins with words.
    private static void ruby(Bounds bounds, String text) {
        for (var alternative : text.replace(" and ", ", ").split(" or |\\|\\|", -1)) {
            for (var clause : Clauses.read(alternative)) {
                if (clause.operator().equals("~>")) {
                    var release = Release.read(clause.version());
                    bounds.between(
                            clause.version(),
                            release.raised(Math.max(1, release.numbers().size() - 1), 0));
                } else {
                    bounds.add(clause.comparator(), clause.version());
                }
            }
        }
    }

    /// nginx names `1.5.0+` (and all later; within its branch if that is a stable one, of even number) and
    /// `0.7.52-0.8.39`.
    private static void nginx(Bounds bounds, String text) {
        for (var clause : text.split(",", -1)) {
            var version = clause.strip();
            var dash = version.indexOf('-');
            if (version.equals("all")) {
                bounds.add(Comparator.ANY, "");
            } else if (version.endsWith("+")) {
                var from = version.substring(0, version.length() - 1);
                var release = Release.read(from);
                bounds.add(Comparator.AT_LEAST, from);
                var minor = release.number(1);
                if ((minor.charAt(minor.length() - 1) - '0') % 2 == 0) {
                    bounds.add(Comparator.LESS, release.raised(2, 3));
                }
            } else if (dash > 0) {
                bounds.add(Comparator.AT_LEAST, version.substring(0, dash).strip());
                bounds.add(Comparator.AT_MOST, version.substring(dash + 1).strip());
            } else if (!version.isEmpty() && !version.equals("none")) {
                bounds.add(Comparator.EQUAL, version);
            }
        }
    }
}
