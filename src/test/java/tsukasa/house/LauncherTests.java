package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.kernel.Command;

/// `./tsukasa` passes on every command that a module names; one it does not know can be called by nobody.
class LauncherTests {
    @ParameterizedTest
    @MethodSource
    void every_command_is_passed_on_and_explained(List<String> words) throws IOException {
        String launcher = Files.readString(Path.of("tsukasa"));
        assertThat(launcher).contains("job " + words.getFirst() + (words.size() == 1 ? "" : " "));
        assertThat(launcher).containsPattern("(Usage:|      ) \\./tsukasa " + String.join(" ", words) + "\\b");
        if (words.size() > 1) {
            String word = words.get(1);
            assertThat(launcher).containsPattern("(?m)^ +(\\w+ \\| )*" + word + "( \\| \\w+)*\\) |= " + word + " \\]");
        }
    }

    static List<List<String>> every_command_is_passed_on_and_explained() {
        return SpringFactoriesLoader.loadFactories(Command.class, LauncherTests.class.getClassLoader()).stream()
                .map(Command::words)
                .toList();
    }
}
