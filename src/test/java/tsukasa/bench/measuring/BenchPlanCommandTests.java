package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.kernel.Command;

class BenchPlanCommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new BenchPlanCommand()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_launcher_finds_it() {
        assertThat(SpringFactoriesLoader.loadFactories(Command.class, getClass().getClassLoader()))
                .anySatisfy(command -> assertThat(command.words()).containsExactly("bench", "plan"));
    }

    @Test
    void a_wrong_call_ends_with_two_and_says_nothing_on_the_output() {
        assertThat(run("--rows", "few")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--rows");
    }

    @Test
    void help_ends_with_zero() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--text");
    }

    @Test
    void a_folder_in_use_ends_with_one_and_stays_untouched(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("postgres"));
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("postgres"));
        }
    }
}
