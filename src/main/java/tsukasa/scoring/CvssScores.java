package tsukasa.scoring;

import java.util.Optional;

/// The scores of one vector. A later group builds on the groups before it.
///
/// @param temporal      現状値 (2.0, 3.x) or, in 4.0, with the threat metrics; empty where the vector defines none of them
/// @param environmental 環境値, which counts everything the vector says; empty where it defines no environmental metric
public record CvssScores(CvssScore base, Optional<CvssScore> temporal, Optional<CvssScore> environmental) {

    /// The score that counts everything the vector says.
    public CvssScore overall() {
        return environmental.or(() -> temporal).orElse(base);
    }

    /// What a 4.0 score is to be called, by what went into it: CVSS-B, CVSS-BT, CVSS-BE, CVSS-BTE.
    public String nomenclature() {
        return "CVSS-B" + (temporal.isPresent() ? "T" : "") + (environmental.isPresent() ? "E" : "");
    }
}
