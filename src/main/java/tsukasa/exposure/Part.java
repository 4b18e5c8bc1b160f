package tsukasa.exposure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component as a bill of materials names it.
///
/// @param ref     by which the rest of the document speaks of it, empty where it has none
/// @param version as written, empty where it is not told
/// @param purl    as written, null where it has none
/// @param cpes    as written
public record Part(
        String ref, String name, String version, @Nullable String purl, List<String> cpes) {
    public Part {
        cpes = List.copyOf(cpes);
    }

    /// As people call it.
    public String title() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
