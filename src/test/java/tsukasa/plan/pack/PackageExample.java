package tsukasa.plan.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;

/// The smallest package without a fault, to be spoilt in one place.
final class PackageExample {
    private static final Path PARK = Path.of("src/test/resources/tsukasa/plan/pack/park");
    static final String SQL = read(PARK.resolve("indicators/P-1.a.sql"));
    private final Map<String, String> files = new LinkedHashMap<>();

    PackageExample() {
        try (Stream<Path> inside = Files.walk(PARK)) {
            inside.filter(Files::isRegularFile)
                    .forEach(file -> files.put(PARK.relativize(file).toString(), read(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    PackageExample file(String path, String content) {
        files.put(path, content);
        return this;
    }

    PackageExample without(String path) {
        files.remove(path);
        return this;
    }

    PackageExample replace(String path, String what, String by) {
        String before = String.valueOf(files.get(path));
        if (!before.contains(what)) {
            throw new IllegalArgumentException("the example has no «" + what + "» in " + path);
        }
        files.put(path, before.replace(what, by));
        return this;
    }

    Path writeTo(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Plan accepted(Path folder) {
        return PackageFolders.accepted(writeTo(folder));
    }

    /// What a reader of this package complains about.
    List<PackageProblem> problems(Path folder) {
        return switch (PackageFolders.read(writeTo(folder))) {
            case PackageReading.Accepted _ -> List.of();
            case PackageReading.Rejected refusal -> refusal.problems();
        };
    }
}
