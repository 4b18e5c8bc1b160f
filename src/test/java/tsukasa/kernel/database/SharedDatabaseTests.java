package tsukasa.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.kernel.StartFailure;

/// A command comes while another Tsukasa is at work on the same data folder, at whatever moment.
class SharedDatabaseTests {
    private static final String BEING_MADE = "-%d\n%s\n1796000000\n5432\n\n\n\n";
    private static final String ANSWERS = "%d\n%s\n1796000000\n%d\n/tmp\n127.0.0.1\n 1 2\nready   \n";

    @TempDir
    Path data;

    @Test
    void while_another_makes_the_database_it_waits_and_then_takes_the_folder_that_is_free() throws Exception {
        CompletableFuture<OpenDatabase> second;
        try (DataFolder _ = DataFolder.hold(data)) {
            lockFile(data, BEING_MADE.formatted(ProcessHandle.current().pid(), data.resolve("postgres")));
            second = later(() -> OpenDatabase.ready(data));
            assertWaits(second);
            Files.delete(LockFile.path(data.resolve("postgres")));
        }
        try (OpenDatabase database = second.get(300, TimeUnit.SECONDS)) {
            assertThat(entries(database)).isZero();
        }
    }

    @Test
    void a_database_whose_tables_are_still_being_made_is_not_asked() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            CompletableFuture<OpenDatabase> ready = later(() -> OpenDatabase.ready(data));
            CompletableFuture<OpenDatabase> asItIs = later(() -> OpenDatabase.of(data));
            assertWaits(ready);
            assertWaits(asItIs);
            ApplicationRole.prepare(OpenDatabase.source(first.url()), ApplicationRole.Way.SIGNS_IN);
            NewMigrations.run(OpenDatabase.source(first.url()));
            try (OpenDatabase one = ready.get(300, TimeUnit.SECONDS);
                    OpenDatabase other = asItIs.get(300, TimeUnit.SECONDS)) {
                assertThat(entries(one)).isEqualTo(entries(other)).isZero();
            }
        }
    }

    @Test
    void a_server_of_somebody_else_at_the_port_that_stands_in_the_file_is_not_asked() throws Exception {
        Path others = data.resolve("others");
        Path ours = Files.createDirectories(data.resolve("ours"));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(others);
                DataFolder _ = DataFolder.hold(ours)) {
            JdbcClient.create(OpenDatabase.source(server.url()))
                    .sql("create table public.migrations_seen (print text)")
                    .update();
            int port = Integer.parseInt(server.url().replaceAll(".*:([0-9]+)/.*", "$1"));
            lockFile(ours, ANSWERS.formatted(ProcessHandle.current().pid(), ours.resolve("postgres"), port));
            Files.writeString(ours.resolve("postgres/PG_VERSION"), "18\n");
            CompletableFuture<OpenDatabase> asked = later(() -> OpenDatabase.of(ours));
            assertWaits(asked);
            Files.writeString(ours.resolve(OpenDatabase.UNFINISHED_RESTORE), "");
            assertThatThrownBy(() -> asked.get(300, TimeUnit.SECONDS))
                    .as("nor is one that a backup is being restored into")
                    .hasCauseInstanceOf(StartFailure.class)
                    .hasMessageContaining("A backup is being restored");
        }
    }

    @Test
    void a_server_whose_owner_was_killed_is_left_to_those_who_use_it_and_ends_with_the_last() throws Exception {
        Process server = leftOver();
        try {
            String address = LockFile.of(data.resolve("postgres")).address().orElseThrow();
            CompletableFuture<EmbeddedDatabase> next;
            try (var used = OpenDatabase.source(address.replace("/tsukasa", "/tsukasa?ApplicationName=x"))
                            .getConnection();
                    var statement = used.createStatement()) {
                statement.execute("set application_name = 'tsukasa-command-1'");
                next = later(() -> EmbeddedDatabase.start(data));
                assertWaits(next);
                assertThat(statement.execute("select 1")).isTrue();
            }
            next.get(300, TimeUnit.SECONDS).close();
            assertThat(server.isAlive()).isFalse();
        } finally {
            server.destroy();
        }
        Process another = leftOver();
        EmbeddedDatabase.stopLeftOver(data);
        assertThat(another.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /// As a kill of its owner leaves one, and with programs of its own.
    private Process leftOver() throws Exception {
        Path programs = data.resolve("postgres-programs/own");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            long process = LockFile.of(data.resolve("postgres")).process().orElseThrow();
            Path running = Path.of(
                    ProcessHandle.of(process).orElseThrow().info().command().orElseThrow());
            if (!Files.exists(programs)) {
                Files.createDirectories(programs.getParent());
                run("cp", "-r", running.resolve("../..").normalize().toString(), programs.toString());
                Files.writeString(programs.resolve(".exists"), "");
            }
            assertThat(first.url()).isNotEmpty();
        }
        int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
        List<String> words = new ArrayList<>(asNobodySpecial());
        words.addAll(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.resolve("postgres").toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "unix_socket_directories=",
                "-h",
                "127.0.0.1"));
        Process server = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
        for (int i = 0;
                i < 300 && LockFile.of(data.resolve("postgres")).address().isEmpty();
                i++) {
            Thread.sleep(100);
        }
        return server;
    }

    /// PostgreSQL does not run as root.
    private static List<String> asNobodySpecial() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    private static void run(String... words) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }

    private static void lockFile(Path data, String content) throws IOException {
        Path file = LockFile.path(data.resolve("postgres"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    private static void assertWaits(CompletableFuture<?> work) throws ExecutionException, InterruptedException {
        assertThatThrownBy(() -> work.get(Duration.ofMillis(1_500).toMillis(), TimeUnit.MILLISECONDS))
                .as("it waits")
                .isInstanceOf(TimeoutException.class);
    }

    private static long entries(OpenDatabase database) {
        return JdbcClient.create(database.source())
                .sql("select count(*) from vulnerability.entry")
                .query(Long.class)
                .single();
    }
}
