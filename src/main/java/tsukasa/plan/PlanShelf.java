package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// The plans this agency runs on: packages that came with the platform and those in its own folder.
public interface PlanShelf {
    /// Newest year first.
    List<Plan> plans();

    Optional<Plan> plan(String id);

    /// The one that an address names.
    default Plan asked(String id) {
        return plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    /// The one that an address means which names none.
    default Plan newest() {
        return plans().stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    /// Packages that could not be put on the shelf, with every reason; they keep no other from being there.
    List<PackageReading.Rejected> rejected();

    /// Reads all packages again, after one was added or changed.
    void refresh();
}
