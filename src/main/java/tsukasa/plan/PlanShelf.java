package tsukasa.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plans this agency runs on: packages that came with the platform and those in its own folder.
public interface PlanShelf {
    /// Newest year first.
    List<Plan> plans();

    Optional<Plan> plan(String id);

    /// The plan of the fiscal year of that day. Where there is none: the newest that has begun, else the first to come.
    default Optional<Plan> inForce(LocalDate day) {
        List<Plan> begun = plans().stream()
                .filter(plan -> !plan.year().first().isAfter(day))
                .toList();
        return begun.isEmpty()
                ? plans().reversed().stream().findFirst()
                : begun.stream().findFirst();
    }

    /// Packages that could not be put on the shelf, with every reason; they keep no other from being there.
    List<PackageReading.Rejected> rejected();

    /// Reads all packages again, after one was added or changed.
    void refresh();
}
