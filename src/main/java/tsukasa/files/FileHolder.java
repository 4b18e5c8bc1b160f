package tsukasa.files;

import java.util.regex.Pattern;

/// The thing of another module that a file belongs to: `("monthly-report", "fy2021/2021-04/1-1-4-2-b")`.
///
/// @param kind a stable word, of which one module says who may read, see [FileReaders]
/// @param id   what the thing is found by within its kind
public record FileHolder(String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final int LONGEST = 100;

    public FileHolder {
        if (!KIND.matcher(kind).matches() || id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException("no holder of files: " + kind + " " + id);
        }
    }
}
