package tsukasa.naming.version;

import tsukasa.naming.Containment;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionRange;

/// Tells whether a version is in a range. The nearest bounds below and above decide: inside if the one below begins, or
/// the
/// one above ends, a stretch. That is the rule of vers after its simplification (of two beginnings the first counts, of
/// two
/// ends the last).
final class RangeCheck {
    private RangeCheck() {}

    static Containment contains(VersionRange range, String version) {
        if (range.everything()) {
            return new Containment(true, range, version, null, null, null);
        }
        var order = Orders.of(range.scheme());
        VersionConstraint below = null;
        VersionConstraint above = null;
        VersionConstraint equal = null;
        var exclusions = true;
        for (var constraint : range.constraints()) {
            var comparator = constraint.comparator();
            exclusions &= comparator == VersionConstraint.Comparator.NOT_EQUAL;
            var place = order.compare(constraint.version(), version);
            if (place == 0 && comparator == VersionConstraint.Comparator.NOT_EQUAL) {
                return new Containment(false, range, version, constraint, null, null);
            }
            if (place == 0 && comparator.includes()) {
                equal = constraint;
            } else if (comparator.upper() && place <= 0 || comparator.lower() && place < 0) {
                below = constraint;
            } else if ((comparator.upper() || comparator.lower()) && above == null) {
                above = constraint;
            }
        }
        if (equal != null) {
            return new Containment(true, range, version, equal, null, null);
        }
        var inside = below != null && below.comparator().lower()
                || above != null && above.comparator().upper()
                || exclusions && !range.constraints().isEmpty();
        return new Containment(inside, range, version, null, below, above);
    }
}
