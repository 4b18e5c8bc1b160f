package tsukasa.audit;

import java.util.regex.Pattern;
import tsukasa.kernel.Text;

/// What was done, as a word that never changes: `role.given`. Its title may.
public record Action(String word, Text title) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)+");

    public Action {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException("an action is a word like role.given, not " + word);
        }
    }

    public static Action of(String word, String ja, String en) {
        return new Action(word, Text.of(ja, en));
    }
}
