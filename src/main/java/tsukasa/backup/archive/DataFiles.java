package tsukasa.backup.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.database.DataSettings;
import tsukasa.kernel.database.OpenDatabase;

/// Which files of a data folder belong into a backup, and where each lies in it.
///
/// @param data  the data folder
/// @param files where kept files lie
/// @param key   the keys of confidential files
record DataFiles(Path data, Path files, Path key) {
    /// The database comes as rows; a lock, letters that are in the database too, what is made of the database for
    /// machines, and what is on its way in do not count.
    private static final Set<String> LEFT_OUT = Set.of(
            "postgres",
            "postgres-programs",
            "postgres.unfinished",
            "tsukasa.lock",
            "outbox",
            "kept",
            "keys",
            "backups",
            "search",
            "feeds",
            "advisories",
            OpenDatabase.UNFINISHED_RESTORE,
            DataSettings.FILE);

    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}");

    static DataFiles of(Path data) {
        DataSettings settings = DataSettings.of(data);
        return new DataFiles(
                data,
                data.resolve(settings.get("tsukasa.files-dir", "kept")),
                data.resolve(settings.get("tsukasa.files-key", "keys/files.json")));
    }

    /// @param secret is copied only when keys are wanted
    /// @param hash   what its bytes must hash to; empty where its name does not say
    record Found(Path source, String path, boolean secret, String hash) {}

    List<Found> all() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path file : walk(files)) {
            String name = slashed(files, file);
            if (KEPT.matcher(name).matches()) {
                found.add(new Found(file, "kept/" + name, false, name.replace("/", "")));
            }
        }
        for (Path file : walk(data.resolve("keys"))) {
            boolean open = file.toString().endsWith(".pub");
            found.add(new Found(file, "keys/" + slashed(data.resolve("keys"), file), !open, ""));
        }
        if (Files.isRegularFile(key) && !key.startsWith(data.resolve("keys"))) {
            found.add(new Found(key, "keys/files.json", true, ""));
        }
        if (Files.isRegularFile(data.resolve(DataSettings.FILE))) {
            found.add(new Found(data.resolve(DataSettings.FILE), DataSettings.FILE, true, ""));
        }
        for (Path child : list(data)) {
            if (!LEFT_OUT.contains(child.getFileName().toString())) {
                for (Path file : walk(child)) {
                    found.add(new Found(file, "data/" + slashed(data, file), false, ""));
                }
            }
        }
        return found;
    }

    /// Where a part of a backup belongs; refuses to write beside the folders that were named.
    Path placeOf(String path) throws IOException {
        Path root = path.startsWith("kept/") ? files : data;
        String rest =
                path.startsWith("kept/") || path.startsWith("data/") ? path.substring(path.indexOf('/') + 1) : path;
        Path place = path.equals("keys/files.json") ? key : root.resolve(rest).normalize();
        if (!place.equals(key) && !place.startsWith(root)) {
            throw new IOException("a part that leads elsewhere: " + path);
        }
        return place;
    }

    private static String slashed(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /// Beside a running platform: what goes while it is looked for is not there.
    private static List<Path> walk(Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                return unlessGone(why);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) throws IOException {
                return why == null ? FileVisitResult.CONTINUE : unlessGone(why);
            }
        });
        Collections.sort(found);
        return found;
    }

    private static FileVisitResult unlessGone(IOException why) throws IOException {
        if (why instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }
}
