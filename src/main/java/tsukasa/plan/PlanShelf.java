package tsukasa.plan;

import java.util.List;
import java.util.Optional;

/// The plans this agency runs on: packages that came with the platform and those in its own folder.
public interface PlanShelf {
    /// Newest year first.
    List<Plan> plans();

    Optional<Plan> plan(String id);
}
