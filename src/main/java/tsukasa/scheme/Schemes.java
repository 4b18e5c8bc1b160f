package tsukasa.scheme;

import java.util.List;
import java.util.Optional;

/// The schemes this agency runs: those that came with the platform and those dropped into `schemes.d/`.
public interface Schemes {
    /// The newest version of each.
    List<Scheme> all();

    /// The newest version; by its id, which is its address as well.
    Optional<Scheme> find(String id);

    /// A version that some case began with.
    Optional<Scheme> version(String id, int version);

    /// Folders that do not run, with the reasons.
    List<Refused> refused();

    record Refused(String folder, List<DefinitionProblem> problems) {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
