package tsukasa.naming;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes package URLs.
public interface PackageUrls {
    /// Reads what people and tools write, and puts it into canonical form.
    PackageUrlReading read(String text);

    /// As [#read], but keys of qualifiers in upper case are refused, as the specification asks of a strict reader.
    PackageUrlReading readStrictly(String text);

    PackageUrlReading build(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String version,
            Map<String, String> qualifiers,
            @Nullable String subpath);

    /// The canonical text.
    String text(PackageUrl url);
}
