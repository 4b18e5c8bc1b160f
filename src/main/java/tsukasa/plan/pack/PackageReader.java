package tsukasa.plan.pack;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanPackages;

/// Reads packages from folders and from texts, and writes them.
@Component
final class PackageReader implements PlanPackages {
    @Override
    public PackageReading read(Path folder) {
        return PlanReader.read(new PackageFiles.Folder(folder));
    }

    @Override
    public PackageReading read(String source, Map<String, String> files) {
        return PlanReader.read(new PackageFiles.Texts(source, files));
    }

    @Override
    public Map<String, String> files(Plan plan) {
        return new PackageWriting(plan).files();
    }
}
