package tsukasa.plan.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder of the agency's own packages. A package arrives beside its place and is moved there whole; the one it
/// takes the place of is put aside, never deleted.
@Component
class PackageFolder {
    private final Path folder;

    PackageFolder(@Value("${tsukasa.plans-dir:${tsukasa.data-dir:var}/plans.d}") Path folder) {
        this.folder = folder;
    }

    Path arriving(Map<String, String> files) {
        try {
            Path waiting = Files.createDirectories(folder.resolve(".arriving"));
            Path draft = Files.createTempDirectory(waiting, "package");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = draft.resolve(file.getKey());
                Path above = path.getParent();
                Files.createDirectories(above == null ? draft : above);
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return draft;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Moves the package to its place, the one before it aside.
    ///
    /// @return what takes it back
    Runnable settle(Path draft, String plan, Instant now) {
        Deque<Move> moved = new ArrayDeque<>();
        try {
            for (Path old : withId(plan)) {
                Path aside = Files.createDirectories(folder.resolve(".replaced"));
                move(old, aside.resolve(old.getFileName() + "-" + now.toEpochMilli()), moved);
            }
            move(draft, folder.resolve(plan), moved);
            return () -> takeBack(moved);
        } catch (IOException e) {
            takeBack(moved);
            throw new UncheckedIOException(e);
        }
    }

    private record Move(Path from, Path to) {}

    private static void move(Path from, Path to, Deque<Move> moved) throws IOException {
        Files.move(from, to);
        moved.push(new Move(from, to));
    }

    private static void takeBack(Deque<Move> moved) {
        while (!moved.isEmpty()) {
            Move move = moved.pop();
            try {
                Files.move(move.to(), move.from());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> withId(String plan) throws IOException {
        Pattern id = Pattern.compile("(?m)^id:\\s*[\"']?" + Pattern.quote(plan) + "[\"']?\\s*(?:#.*)?$");
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.isRegularFile(path.resolve("plan.yaml")))
                    .filter(path -> id.matcher(text(path.resolve("plan.yaml"))).find())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    void drop(Path draft) {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> content = Files.walk(draft)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
