package tsukasa.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// 対策ツール: as it stands now, with all its releases and all that became of it.
///
/// @param releases the newest first, withdrawn ones too
/// @param changes  the first first
public record Tool(
        ToolName name,
        ToolContent content,
        Instant published,
        Instant updated,
        List<Release> releases,
        List<Change> changes) {
    public Tool {
        releases = List.copyOf(releases);
        changes = List.copyOf(changes);
    }

    /// @param version null where it is about the tool itself
    public record Change(Instant at, @Nullable String version, Text what) {}

    /// The newest release that is not withdrawn.
    public Optional<Release> newest() {
        return releases.stream().filter(Release::offered).findFirst();
    }

    public Optional<Release> release(String version) {
        return releases.stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }
}
