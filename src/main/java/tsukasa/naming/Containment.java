package tsukasa.naming;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// Whether a version is in a range, and the bounds that decided it: the next below, the next above, or the one it
/// equals.
public record Containment(
        boolean inside,
        VersionRange range,
        String version,
        @Nullable VersionConstraint equal,
        @Nullable VersionConstraint below,
        @Nullable VersionConstraint above) {

    /// Which bounds decided, in words.
    public Text explain() {
        var bounds = new ArrayList<String>();
        if (equal != null) {
            bounds.add(equal.toString());
        } else {
            if (below != null) {
                bounds.add(below.toString());
            }
            if (above != null) {
                bounds.add(above.toString());
            }
        }
        var by = bounds.isEmpty() ? range.everything() ? "*" : "–" : String.join(", ", bounds);
        var order = range.scheme().type();
        return inside
                ? Text.of(
                        version + " は範囲内です（" + by + "、順序 " + order + "）",
                        version + " is in the range (" + by + ", order " + order + ")")
                : Text.of(
                        version + " は範囲外です（" + by + "、順序 " + order + "）",
                        version + " is not in the range (" + by + ", order " + order + ")");
    }
}
