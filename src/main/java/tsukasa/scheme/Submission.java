package tsukasa.scheme;

import java.util.Map;

/// What someone filled in, once.
///
/// @param key     chosen by the sender; the same key is one case, however often it arrives
/// @param answers text, whole numbers (`Long`) and booleans by field name
/// @param actor   who sends it, for the record: `public`, a person's id, or the name of a load
public record Submission(String scheme, String key, Map<String, Object> answers, String actor) {
    public Submission {
        answers = Map.copyOf(answers);
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("a submission key has 1 to 100 characters");
        }
    }
}
