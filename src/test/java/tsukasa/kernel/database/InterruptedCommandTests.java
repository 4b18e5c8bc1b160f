package tsukasa.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedCommandTests {
    private static final long LONGEST = 90;

    /// A command that uses a database of its own, and is at it for a while.
    static final class Command {
        private Command() {}

        public static void main(String[] folder) throws InterruptedException {
            try (OpenDatabase _ = OpenDatabase.made(Path.of(folder[0]))) {
                System.out.println("ready");
                Thread.sleep(TimeUnit.SECONDS.toMillis(2 * LONGEST));
            }
        }
    }

    @Test
    void the_server_of_a_command_ends_with_it_when_somebody_interrupts_it(@TempDir Path data) throws Exception {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Command.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitReady(command);
            ProcessHandle server = LockFile.of(data.toRealPath().resolve("postgres"))
                    .process()
                    .flatMap(ProcessHandle::of)
                    .orElseThrow();
            assertThat(server.isAlive()).isTrue();
            command.destroy();
            assertThat(command.waitFor(LONGEST, TimeUnit.SECONDS)).isTrue();
            assertThat(server.isAlive()).isFalse();
        } finally {
            command.destroyForcibly().waitFor();
            EmbeddedDatabase.stopLeftOver(data);
        }
    }

    private static void awaitReady(Process command) throws IOException {
        BufferedReader said = command.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals("ready")) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo("ready");
    }
}
