package tsukasa.plan.pack;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import tsukasa.plan.PackageReading;
import tsukasa.plan.PlanPackages;

/// Reads packages from folders.
@Component
final class PackageReader implements PlanPackages {
    @Override
    public PackageReading read(Path folder) {
        return PlanReader.read(new PackageFiles.Folder(folder));
    }
}
