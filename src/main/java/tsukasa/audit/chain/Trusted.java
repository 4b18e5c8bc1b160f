package tsukasa.audit.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the trail is held against, and did not come from its database: public keys, and roots that were published.
/// Without a key, days are held against the one that stands with them, which proves less.
record Trusted(Map<String, PublicHalf> keys, Map<LocalDate, byte[]> roots) {
    static final Trusted NOTHING = new Trusted(Map.of(), Map.of());

    static Trusted of(List<Path> keyFiles, List<Path> rootFiles) throws IOException {
        Map<String, PublicHalf> keys = new HashMap<>();
        for (Path file : keyFiles) {
            PublicHalf key = PublicHalf.read(file);
            keys.put(key.id(), key);
        }
        Map<LocalDate, byte[]> roots = new HashMap<>();
        for (Path file : rootFiles) {
            roots.putAll(PublishedRoots.read(file));
        }
        return new Trusted(keys, roots);
    }

    /// All public keys in the keys folder, so that a key that was replaced is kept by its public half; and the roots.
    static Trusted ofFolder(Path data) throws IOException {
        Path folder = SigningKey.folder(data);
        List<Path> keys = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                keys = files.filter(file -> file.toString().endsWith(".pub")).toList();
            }
        }
        Path roots = data.resolve(PublishedRoots.FILE);
        return of(keys, Files.exists(roots) ? List.of(roots) : List.of());
    }
}
