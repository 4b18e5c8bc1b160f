package tsukasa.plan;

import java.time.LocalDate;
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

    /// The plan of the fiscal year of that day. Where there is none: the newest that has begun, else the first to come.
    default Optional<Plan> inForce(LocalDate day) {
        List<Plan> begun = plans().stream()
                .filter(plan -> !plan.year().first().isAfter(day))
                .toList();
        return begun.isEmpty()
                ? plans().reversed().stream().findFirst()
                : begun.stream().findFirst();
    }

    /// The one in force, for an address that names none.
    default Plan current(LocalDate day) {
        return inForce(day).orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    /// Packages that could not be put on the shelf, with every reason; they keep no other from being there.
    List<PackageReading.Rejected> rejected();

    /// Reads all packages again, after one was added or changed.
    void refresh();
}
