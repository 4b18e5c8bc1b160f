package tsukasa.tools;

import java.util.List;
import java.util.Optional;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Verdict;

/// Software that comes with a release, as the database of vulnerabilities knows it.
public interface Parts {
    /// A package URL or a CPE name, each with its version; empty for anything else.
    Optional<Component> read(String written);

    /// What concerns these parts or may, the gravest answer first within a part.
    List<Concern> concerns(List<String> parts);

    /// @param part as it was written
    record Concern(String part, Verdict verdict) {}
}
