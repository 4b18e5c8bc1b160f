package tsukasa.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `versions` of one product in a CVE record of format 5, with the status of all that are not listed.
public record CveVersions(Status defaultStatus, List<Entry> entries) {
    public CveVersions {
        entries = List.copyOf(entries);
    }

    /// Whether the vulnerability is in a version.
    public enum Status {
        AFFECTED,
        UNAFFECTED,
        UNKNOWN
    }

    /// One version, or the versions from it up to a bound. `changes` tell where in between the status changes.
    public record Entry(
            String version,
            Status status,
            @Nullable String versionType,
            @Nullable String lessThan,
            @Nullable String lessThanOrEqual,
            List<Change> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }

        public boolean range() {
            return lessThan != null || lessThanOrEqual != null;
        }
    }

    /// From this version on the status is another.
    public record Change(String at, Status status) {}
}
