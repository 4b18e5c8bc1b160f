package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTests {
    @TempDir
    Path folder;

    @Test
    void a_new_folder_is_taken_and_taken_again_later() {
        Path fresh = folder.resolve("a/b");
        for (int time = 0; time < 2; time++) {
            assertThat(BenchFolder.take(fresh))
                    .isInstanceOfSatisfying(BenchFolder.Taken.class, BenchFolder.Taken::close);
        }
        assertThat(fresh.resolve(BenchFolder.SIGN)).exists();
    }

    @Test
    void the_folder_of_an_agency_is_refused_and_left_as_it_is() throws IOException {
        Files.createFile(folder.resolve("tsukasa.lock"));
        assertThat(BenchFolder.take(folder))
                .isInstanceOfSatisfying(
                        BenchFolder.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("data folder of an agency"));
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("tsukasa.lock"));
    }

    @Test
    void a_folder_with_anything_else_in_it_is_refused() throws IOException {
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(BenchFolder.take(folder))
                .isInstanceOfSatisfying(
                        BenchFolder.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("not empty"));
    }

    @Test
    void a_file_is_refused() throws IOException {
        assertThat(BenchFolder.take(Files.createFile(folder.resolve("file")))).isInstanceOf(BenchFolder.Refused.class);
    }

    @Test
    void two_measurements_never_share_a_folder() {
        Path shared = folder.resolve("shared");
        assertThat(BenchFolder.take(shared)).isInstanceOfSatisfying(BenchFolder.Taken.class, first -> {
            assertThat(BenchFolder.take(shared)).isInstanceOf(BenchFolder.Refused.class);
            first.close();
        });
    }
}
