package tsukasa.files;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names a kept file; random, so that it cannot be guessed.
public record FileId(UUID value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static FileId fresh() {
        return new FileId(UUID.randomUUID());
    }

    /// Empty for whatever is no such id.
    public static Optional<FileId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
