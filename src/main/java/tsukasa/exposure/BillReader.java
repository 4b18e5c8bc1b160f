package tsukasa.exposure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tsukasa.vulnerability.Component;

/// Reads bills of materials and VEX documents: CycloneDX, SPDX, CSAF, OpenVEX, plain or packed.
public interface BillReader {
    /// Reads to the end of the document and no further than any honest one goes.
    BillReading read(InputStream in) throws IOException;

    /// The names by which the database may know a part; none where it has no readable package URL or CPE name.
    /// Where a name tells no version, the part's own stands in.
    List<Component> components(Part part);
}
