package tsukasa.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tsukasa.identity.Visitor;

/// Every state a plan was ever in, and the only way to another.
public interface PlanVersions {
    /// Newest first.
    List<PlanVersion> of(String plan);

    /// The version in force; empty where there is no such plan.
    Optional<PlanVersion> newest(String plan);

    /// The plan as it was then.
    Optional<Plan> plan(String plan, int number);

    /// Where each clause of the version came from, in the order of the plan, then what was dropped; empty for a plan
    /// that grew from none on this platform.
    List<ClauseTrace> traces(String plan, int number);

    /// Which clause of another plan this place grew from, in the newest version that says so.
    List<ClauseTrace> origins(String plan, Place place);

    /// What became of this place, or was said of it, in the newest version of any plan that grew from this one.
    List<ClauseTrace> afterwards(String plan, Place from);

    /// Makes it the plan in force: checked as every package, kept as a version, on the shelf at once.
    ///
    /// @param claim called within the transaction with what the version will be; when it answers false, nothing is
    /// written
    Adoption adopt(Adopting adopting, Predicate<PlanVersion> claim);

    /// @param files      of the package, by their paths
    /// @param reason     must not be empty where a plan of this id is in force
    /// @param traces     of its clauses, `plan` and all
    /// @param preparedBy names of those who wrote it
    record Adopting(Map<String, String> files, String reason, List<ClauseTrace> traces, String preparedBy, Visitor by) {
        public Adopting {
            files = Map.copyOf(files);
            traces = List.copyOf(traces);
        }
    }

    /// How it can end.
    sealed interface Adoption {
        record Adopted(PlanVersion version) implements Adoption {}

        record Unfit(List<PackageProblem> problems) implements Adoption {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }

        /// The caller's claim was refused: somebody else was first. So it is, when a plan is there by now that was not
        /// before, and no reason to change it was given.
        record Overtaken() implements Adoption {}
    }
}
