package tsukasa.plan.pack;

import java.nio.file.Path;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;

/// Lets tests of other slices read a package folder without starting anything.
public final class PackageFolders {
    private PackageFolders() {}

    public static PackageReading read(Path folder) {
        return new PackageReader().read(folder);
    }

    /// The plan of a folder that must be without fault.
    public static Plan accepted(Path folder) {
        return switch (read(folder)) {
            case PackageReading.Accepted(Plan plan) -> plan;
            case PackageReading.Rejected refusal ->
                throw new AssertionError(String.join(
                        "\n", refusal.problems().stream().map(Object::toString).toList()));
        };
    }

    /// The package of fiscal year 2021 that comes with the platform.
    public static Plan fy2021() {
        return accepted(Path.of("src/main/resources/plans/fy2021"));
    }
}
