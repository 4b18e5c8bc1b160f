package tsukasa.scheme.form;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form not yet sent.
///
/// @param version of the scheme; a change keeps to the version of its entry, a new form goes on in the newest
/// @param answers what was typed; where it could not be read, the words as they were typed
/// @param key     of the submission it will be, however often it is sent
/// @param entry   the number of the entry it changes; null for a new one
/// @param sentAs  the number it was sent as
/// @param actsFor the organisation it was begun for by a delegate; null for everybody else's
record Draft(
        String scheme,
        int version,
        Map<String, Object> answers,
        String key,
        @Nullable String entry,
        Instant changedAt,
        Instant expiresAt,
        @Nullable String sentAs,
        @Nullable UUID actsFor) {
    Draft {
        answers = Map.copyOf(answers);
    }

    boolean sent() {
        return sentAs != null;
    }

    boolean change() {
        return entry != null;
    }
}
