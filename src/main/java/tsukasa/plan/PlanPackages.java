package tsukasa.plan;

import java.nio.file.Path;
import java.util.Map;

/// Reads and writes plan packages wherever they lie, without putting them on the shelf.
public interface PlanPackages {
    PackageReading read(Path folder);

    /// @param source what people call the package, should it be refused
    /// @param files  texts by their paths inside the package
    PackageReading read(String source, Map<String, String> files);

    /// The package of a plan, texts by their paths: reading it gives the same plan, but for the digest.
    Map<String, String> files(Plan plan);
}
