package tsukasa.advisories;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.vulnerability.ScoreClaim;

/// Scores as the JSON formats of CVSS write them.
public interface CvssObjects {
    /// With every base metric in words; empty for a vector that cannot be read. The score is the one that the vector
    /// gives.
    Optional<Scored> of(ScoreClaim claim);

    /// @param version `2.0`, `3.0`, `3.1` or `4.0`
    /// @param tenths  the base score
    record Scored(String version, int tenths, String severity, ObjectNode json) {}
}
