package tsukasa.naming.version;

import tsukasa.naming.VersionConstraint.Comparator;

/// Composer: as npm, but `~1.2` lets the second number change, one `|` parts alternatives, and stability flags say
/// nothing.
final class ComposerRanges {
    private ComposerRanges() {}

    static void read(Bounds bounds, String text) {
        for (var alternative : Clauses.alternatives(text)) {
            var plain = alternative.replaceAll("@[a-zA-Z]++", "");
            if (plain.contains(" - ")) {
                NodeRanges.read(bounds, plain, "");
                continue;
            }
            for (var clause : Clauses.read(plain)) {
                clause(bounds, clause);
            }
        }
    }

    private static void clause(Bounds bounds, Clauses.Clause clause) {
        var operator = clause.operator();
        if (!operator.equals("^") && !operator.equals("~") && !clause.version().endsWith("*")) {
            bounds.add(clause.comparator(), clause.version());
            return;
        }
        var release = Release.read(clause.version());
        if (release.numbers().isEmpty()) {
            bounds.add(Comparator.ANY, "");
        } else if (release.wildcard()) {
            bounds.between(release.full(0), release.raised(release.numbers().size(), 0));
        } else if (operator.equals("^")) {
            bounds.between(clause.version(), release.raised(NodeRanges.caret(release), 0));
        } else {
            bounds.between(
                    clause.version(),
                    release.raised(Math.max(1, release.numbers().size() - 1), 0));
        }
    }
}
