package tsukasa.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void every_key_is_a_secret_but_its_public_half_wherever_the_ring_of_files_lies() throws Exception {
        Path keys = Files.createDirectories(data.resolve("keys"));
        for (String name : List.of("files.json", "hooks.json", "audit.key", "audit.pub", "advisories.key")) {
            Files.writeString(keys.resolve(name), "x");
        }
        assertThat(secrets())
                .containsExactly("keys/advisories.key", "keys/audit.key", "keys/files.json", "keys/hooks.json");
        Path apart = Files.createDirectories(data.resolve("apart")).resolve("ring.json");
        Files.move(keys.resolve("files.json"), apart);
        Files.writeString(data.resolve("tsukasa.properties"), "tsukasa.files-key=" + apart);
        assertThat(secrets()).contains("keys/files.json", "keys/hooks.json").doesNotContain("data/apart/ring.json");
    }

    private List<String> secrets() throws IOException {
        return DataFiles.of(data).all().stream()
                .filter(DataFiles.Found::secret)
                .map(DataFiles.Found::path)
                .sorted()
                .toList();
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
