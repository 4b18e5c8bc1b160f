package tsukasa.exposure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;

/// Entries in the format of OSV, for whoever hands out many of them.
public interface OsvFormat {
    /// @param entry may be left out where the entry has a CVE number
    String id(EntryHead head, @Nullable Entry entry);

    ObjectNode record(EntryHead head, Entry entry);

    /// The ecosystems of which packages can be told, by the names of the format, without releases.
    Set<String> ecosystems();
}
