package tsukasa.plan;

import java.util.List;
import java.util.Optional;

/// The plans this agency runs on: packages that came with the platform and those in its own folder.
public interface PlanShelf {
    /// Newest year first.
    List<Plan> plans();

    Optional<Plan> plan(String id);

    /// Packages that could not be put on the shelf, with every reason; they keep no other from being there.
    List<PackageReading.Rejected> rejected();

    /// Reads all packages again, after one was added or changed.
    void refresh();
}
