package tsukasa.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL writes of itself in its folder while it runs.
///
/// @param lines none where there is no such file
record LockFile(List<String> lines) {
    private static final String NAME = "postmaster.pid";
    private static final int PROCESS = 0;
    private static final int PORT = 3;
    private static final int STATE = 7;

    static Path path(Path cluster) {
        return cluster.resolve(NAME);
    }

    static LockFile of(Path cluster) {
        try {
            return new LockFile(Files.readAllLines(path(cluster)));
        } catch (IOException e) {
            return new LockFile(List.of());
        }
    }

    /// Of a server. The program that makes a database writes its own with a minus before it.
    Optional<Long> process() {
        return Optional.of(line(PROCESS))
                .filter(word -> word.matches("[0-9]{1,9}"))
                .map(Long::parseLong);
    }

    /// Of the server, once it says that it answers: before that the port is that of nobody.
    Optional<String> address() {
        boolean answers = line(STATE).equals("ready") && process().isPresent();
        return Optional.of(line(PORT))
                .filter(word -> answers && word.matches("[0-9]{1,5}"))
                .map(port -> "jdbc:postgresql://127.0.0.1:" + port + "/tsukasa");
    }

    private String line(int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }
}
