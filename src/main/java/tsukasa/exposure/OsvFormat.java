package tsukasa.exposure;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;

/// Entries in the format of OSV, for whoever hands out many of them.
public interface OsvFormat {
    /// @param entry may be left out where the entry has a CVE number
    String id(EntryHead head, @Nullable Entry entry);

    ObjectNode record(EntryHead head, Entry entry);
}
