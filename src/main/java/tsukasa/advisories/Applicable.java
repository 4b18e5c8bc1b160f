package tsukasa.advisories;

import tools.jackson.databind.node.ArrayNode;
import tsukasa.vulnerability.Entry;

/// Which products an entry concerns, in the shape of NVD 2.0: used there, in CVE records and by MyJVN.
public interface Applicable {
    /// By the most trusted source that writes configurations; else by the products that sources name by CPE.
    ArrayNode configurations(Entry entry);
}
