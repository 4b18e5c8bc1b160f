package tsukasa.plan.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tsukasa.plan.PackageReading;

/// The platform's own reader of packages, for tests of what writes them.
public final class PackagesForTests {
    private PackagesForTests() {}

    public static PackageReading read(Path folder) {
        return new PackageReader().read(folder);
    }

    public static Path write(Map<String, String> files, Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
