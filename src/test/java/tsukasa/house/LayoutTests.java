package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The formatter that Spotless runs in the build, at the same version.
class LayoutTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void another_layout_than_the_formatters_is_found() throws Exception {
        assertThat(wouldChange("class Sound {\n    int one() {\n        return 1;\n    }\n}\n"))
                .isFalse();
        assertThat(wouldChange("class Sound\n{\n  int one() { return 1; }\n}\n"))
                .isTrue();
    }

    private boolean wouldChange(String source) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("Sound.java"), source);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Files.readAllLines(Path.of(".mvn/jvm.config")).stream()
                .filter(line -> line.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of("-cp", formatter(), "com.palantir.javaformat.java.Main"));
        command.addAll(List.of("--palantir", "--dry-run", "--set-exit-if-changed", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertThat(status).as(words).isBetween(0, 1);
        assertThat(words).doesNotContain("Exception");
        return status == 1;
    }

    private static String formatter() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.contains("javaformat")
                        || path.contains("guava")
                        || path.contains("functionaljava")
                        || path.contains("jackson"))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
