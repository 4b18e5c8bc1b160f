package tsukasa.plan;

import java.util.List;

/// How reading a plan package can end: a whole plan, or every fault that was found.
public sealed interface PackageReading {
    /// @param plan complete and checked
    record Accepted(Plan plan) implements PackageReading {}

    /// @param source where the package lies, for people: a folder, or `plans/fy2021` for one of the platform
    record Rejected(String source, List<PackageProblem> problems) implements PackageReading {
        public Rejected {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a package is rejected for a reason");
            }
            problems = List.copyOf(problems);
        }
    }
}
