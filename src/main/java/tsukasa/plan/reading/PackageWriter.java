package tsukasa.plan.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.ReadingResult;

/// Writes what was read as a plan package, whole or not at all.
final class PackageWriter {
    private static final Text NOT_EMPTY = Text.of(
            "書き出し先のフォルダーが空ではありません。新しいフォルダーを指定してください。", "The folder for the package is not empty. Give a new one.");
    private static final Text NOT_WRITABLE = Text.of(
            "書き出し先に書けません。空き容量と書き込みの許可を確かめてください。何も書いていません。",
            "The package cannot be written there. Check space and permissions. Nothing was written.");
    private static final Text NO_YEAR = Text.of(
            "計画の年度が分からないので、パッケージを書き出せません。先頭の行に「令和○年度計画」のように年度を書いてください。",
            "The package needs a fiscal year and the text names none. Write it in the first line, as in 令和○年度計画.");

    private final ReadingResult.Read read;

    PackageWriter(ReadingResult.Read read) {
        this.read = read;
    }

    /// What went wrong, if anything did.
    Optional<Text> write(Path folder) {
        Optional<FiscalYear> year = PlanYears.of(read.document());
        if (year.isEmpty()) {
            return Optional.of(NO_YEAR);
        }
        Map<String, String> files = new PackageFiles(read, year.get(), Optional.empty()).all();
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                return Optional.of(NOT_EMPTY);
            }
            return write(files, folder.toAbsolutePath());
        } catch (IOException e) {
            return Optional.of(NOT_WRITABLE);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /// Beside its place first, so that a full disk leaves no half of a package.
    private static Optional<Text> write(Map<String, String> files, Path folder) throws IOException {
        Path parent = Optional.ofNullable(folder.getParent()).orElse(folder);
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".package");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = draft.resolve(file.getKey());
                Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(draft));
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            Files.deleteIfExists(folder);
            Files.move(draft, folder);
            return Optional.empty();
        } finally {
            delete(draft);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
