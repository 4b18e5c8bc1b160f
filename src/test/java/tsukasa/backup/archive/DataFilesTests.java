package tsukasa.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform at work lays files into its folder and takes them away while a backup looks for them.
class DataFilesTests {
    @TempDir
    Path data;

    @Test
    void what_goes_while_it_is_looked_for_stops_no_backup() throws Exception {
        Path here = Files.createDirectories(data.resolve("plans"));
        Files.writeString(here.resolve("stays"), "x");
        AtomicBoolean working = new AtomicBoolean(true);
        Thread work = Thread.ofPlatform().start(() -> {
            while (working.get()) {
                comeAndGo(here);
            }
        });
        try {
            for (int look = 0; look < 400; look++) {
                assertThat(DataFiles.of(data).all())
                        .extracting(DataFiles.Found::path)
                        .contains("data/plans/stays");
            }
        } finally {
            working.set(false);
            work.join();
        }
    }

    private static void comeAndGo(Path here) {
        try {
            for (int i = 0; i < 20; i++) {
                Files.writeString(
                        Files.createDirectories(here.resolve("shelf" + i)).resolve("file"), "x");
            }
            for (int i = 0; i < 20; i++) {
                Files.delete(here.resolve("shelf" + i).resolve("file"));
                Files.delete(here.resolve("shelf" + i));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
