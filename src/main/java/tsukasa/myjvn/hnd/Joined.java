package tsukasa.myjvn.hnd;

import java.util.List;
import java.util.regex.Pattern;

/// Names or numbers joined by `+`, which arrives as a blank where the client did not escape it.
final class Joined {
    private static final Pattern JOINT = Pattern.compile("[ +]+");
    private static final int MOST = 50;

    private Joined() {}

    /// Each once, in the order of the question.
    static List<String> pieces(String joined, String name) {
        List<String> pieces =
                JOINT.splitAsStream(joined).filter(p -> !p.isEmpty()).distinct().toList();
        if (pieces.isEmpty() || pieces.size() > MOST) {
            throw new Refused(Fault.TOO_MANY, name);
        }
        return pieces;
    }
}
