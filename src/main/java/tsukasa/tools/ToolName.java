package tsukasa.tools;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How addresses name a tool: `access-log-check`. It never changes.
public record ToolName(String value) {
    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 50;
    private static final Set<String> TAKEN_BY_PAGES = Set.of("downloads", "feed", "new", "drafts");

    public static Optional<ToolName> read(String text) {
        String name = text.strip();
        return name.length() <= LONGEST && WRITTEN.matcher(name).matches() && !TAKEN_BY_PAGES.contains(name)
                ? Optional.of(new ToolName(name))
                : Optional.empty();
    }

    public String address() {
        return "/tools/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
