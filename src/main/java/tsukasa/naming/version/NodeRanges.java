package tsukasa.naming.version;

import tsukasa.naming.VersionConstraint.Comparator;

/// npm and its like: alternatives by `||`, `^`, `~`, `x`, hyphens. Versions are filled up to three numbers.
final class NodeRanges {
    private NodeRanges() {}

    static void read(Bounds bounds, String text, String operatorOfNone) {
        for (var alternative : Clauses.alternatives(text)) {
            var hyphen = alternative.indexOf(" - ");
            if (hyphen > 0) {
                bounds.add(
                        Comparator.AT_LEAST,
                        Release.read(alternative.substring(0, hyphen).strip()).full(3));
                hyphenEnd(bounds, Release.read(alternative.substring(hyphen + 3).strip()));
                continue;
            }
            var clauses = Clauses.read(alternative);
            if (clauses.isEmpty()) {
                bounds.add(Comparator.ANY, "");
            }
            for (var clause : clauses) {
                clause(bounds, clause, clause.operator().isEmpty() ? operatorOfNone : clause.operator());
            }
        }
    }

    private static void hyphenEnd(Bounds bounds, Release end) {
        if (end.numbers().size() < 3) {
            bounds.add(Comparator.LESS, end.raised(Math.max(1, end.numbers().size()), 3));
        } else {
            bounds.add(Comparator.AT_MOST, end.full(3));
        }
    }

    private static void clause(Bounds bounds, Clauses.Clause clause, String operator) {
        var release = Release.read(clause.version());
        if (release.wildcard()) {
            if (release.numbers().isEmpty()) {
                bounds.add(Comparator.ANY, "");
            } else {
                wildcard(bounds, clause, release, operator);
            }
            return;
        }
        switch (operator) {
            case "^" -> bounds.between(release.full(3), release.raised(caret(release), 3));
            case "~", "~>" -> tilde(bounds, release);
            default -> bounds.add(clause.comparator(), release.full(3));
        }
    }

    /// `<2.x` ends before 2.0.0; the published tests take every other operator before an `x` as none.
    private static void wildcard(Bounds bounds, Clauses.Clause clause, Release release, String operator) {
        if (operator.equals("<")) {
            bounds.add(clause.comparator(), release.full(3));
        } else {
            bounds.between(release.full(3), release.raised(release.numbers().size(), 3));
        }
    }

    /// The first number that is not zero may not change.
    static int caret(Release release) {
        for (var at = 0; at < Math.min(2, release.numbers().size() - 1); at++) {
            if (!release.zero(at)) {
                return at + 1;
            }
        }
        return Math.min(3, Math.max(1, release.numbers().size()));
    }

    /// The second number may not change. Pre-releases as in the published tests: those of the named version itself,
    /// then releases.
    private static void tilde(Bounds bounds, Release release) {
        var next = release.raised(Math.min(2, release.numbers().size()), 3);
        if (!release.rest().startsWith("-")) {
            bounds.between(release.full(3), next);
            return;
        }
        var base = release.base(3);
        bounds.between(release.full(3), release.zero(2) ? base : next);
        bounds.between(
                base,
                new Release(java.util.List.of(release.number(0), release.number(1), release.number(2)), "", false)
                        .raised(3, 3));
    }
}
