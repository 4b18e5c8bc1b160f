package tsukasa.naming.version;

import tsukasa.naming.VersionConstraint.Comparator;

/// Conan: upper bounds of `^` and `~` end in `-`, so that pre-releases of the next version stay out.
final class ConanRanges {
    private ConanRanges() {}

    static void read(Bounds bounds, String text) {
        for (var alternative : Clauses.alternatives(text)) {
            var comma = alternative.indexOf(',');
            for (var clause : Clauses.read(comma < 0 ? alternative : alternative.substring(0, comma))) {
                clause(bounds, clause);
            }
        }
    }

    private static void clause(Bounds bounds, Clauses.Clause clause) {
        var version = clause.version().endsWith("-")
                ? clause.version().substring(0, clause.version().length() - 1)
                : clause.version();
        if (version.equals("*")) {
            bounds.add(Comparator.AT_LEAST, "0.0.0");
            return;
        }
        switch (clause.operator()) {
            case "^" -> {
                var release = Release.read(version);
                bounds.between(version, release.raised(NodeRanges.caret(release), 0) + "-");
            }
            case "~" -> {
                var release = Release.read(version);
                bounds.between(
                        version, release.raised(Math.min(2, release.numbers().size()), 0) + "-");
            }
            default -> bounds.add(clause.comparator(), version);
        }
    }
}
