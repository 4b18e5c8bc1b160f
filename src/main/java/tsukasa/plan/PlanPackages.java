package tsukasa.plan;

import java.nio.file.Path;

/// Reads and checks plan packages wherever they lie, without putting them on the shelf.
public interface PlanPackages {
    PackageReading read(Path folder);
}
