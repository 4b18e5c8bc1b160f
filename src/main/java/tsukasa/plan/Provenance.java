package tsukasa.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where an entered result comes from, as far as everyone may know: the department, never the person.
///
/// @param department id of the department that entered it
public record Provenance(
        String recordId,
        String department,
        Instant recordedAt,
        Optional<Instant> approvedAt,
        Optional<Instant> withdrawnAt,
        List<Proof> proofs) {
    public Provenance {
        proofs = List.copyOf(proofs);
    }

    /// @param sha256 of the file's content: whoever is shown the file can check that it is this one
    public record Proof(String name, String mediaType, long size, String sha256, Instant addedAt) {}
}
