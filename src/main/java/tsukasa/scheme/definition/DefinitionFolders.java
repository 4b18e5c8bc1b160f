package tsukasa.scheme.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Where definitions lie: with the platform, and in the agency's own folder.
final class DefinitionFolders {
    private static final long MOST_BYTES = 2_000_000;

    private DefinitionFolders() {}

    static List<Reading> shipped() {
        try {
            List<Reading> readings = new ArrayList<>();
            for (Resource entry : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:schemes/*/" + DefinitionReader.ENTRY)) {
                readings.add(new DefinitionReader(entry.getDescription(), name -> sibling(entry, name)).read());
            }
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reading> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .sorted()
                    .map(DefinitionFolders::at)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading at(Path folder) {
        return new DefinitionReader(folder.toString(), name -> file(folder, name)).read();
    }

    private static Optional<String> file(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> sibling(Resource entry, String name) {
        try {
            Resource file = name.equals(DefinitionReader.ENTRY) ? entry : entry.createRelative(name);
            return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
