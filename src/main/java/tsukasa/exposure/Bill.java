package tsukasa.exposure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bill of materials (SBOM), or a document of VEX statements, as it was read.
///
/// @param format   as people call it: `CycloneDX 1.6 JSON`
/// @param serial   by which other documents refer to it; empty where it has none
/// @param revision how often it was made again, from 1; 0 where it does not say
/// @param name     of what it describes, empty where it does not say
/// @param subject  what it describes, null where it does not say; it is one of the parts
/// @param remarks  the first of what its specification does not allow
/// @param remarked how many there are
public record Bill(
        String format,
        String serial,
        int revision,
        String name,
        @Nullable Part subject,
        List<Part> parts,
        List<Statement> statements,
        List<Remark> remarks,
        int remarked) {
    public Bill {
        parts = List.copyOf(parts);
        statements = List.copyOf(statements);
        remarks = List.copyOf(remarks);
    }
}
