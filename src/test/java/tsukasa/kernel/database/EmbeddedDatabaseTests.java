package tsukasa.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {
    @TempDir
    Path data;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws SQLException {
        database = EmbeddedDatabase.start(data);
        run("create table kept (n int)");
        run("insert into kept values (1)");
    }

    @AfterEach
    void stop() throws InterruptedException {
        database.close();
        for (int tries = 0; Files.exists(data.resolve("postgres/postmaster.pid")) && tries < 300; tries++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    @Test
    void a_database_that_is_killed_comes_back_at_the_same_address_with_all_it_confirmed() throws Exception {
        String url = database.url();
        kill();
        waitUntilItAnswers();
        assertThat(database.url()).isEqualTo(url);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_second_platform_on_the_same_folder_is_refused() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(data)).isInstanceOf(DataFolderInUse.class);
        assertThat(Files.exists(data.resolve("postgres/postmaster.pid"))).isTrue();
    }

    @Test
    void a_database_that_was_asked_to_stop_stays_down_and_starts_with_its_data() throws SQLException {
        database.close();
        assertThatThrownBy(this::count).isInstanceOf(SQLException.class);
        database = EmbeddedDatabase.start(data);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whoever_started_a_database_does_not_take_it_from_a_command_that_came_later() throws Exception {
        Thread closing;
        try (Connection other = DriverManager.getConnection(database.url() + "&ApplicationName=tsukasa-command-1");
                Statement statement = other.createStatement()) {
            closing = Thread.ofPlatform().start(database::close);
            assertThat(closing.join(Duration.ofSeconds(2))).as("it waits").isFalse();
            assertThat(statement.execute("insert into kept values (2)")).isFalse();
        }
        assertThat(closing.join(Duration.ofSeconds(60))).isTrue();
        database = EmbeddedDatabase.start(data);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void the_making_that_was_interrupted_begins_again() throws Exception {
        database.close();
        Files.writeString(data.resolve("postgres.unfinished"), "");
        Files.delete(data.resolve("postgres/PG_VERSION"));
        database = EmbeddedDatabase.start(data);
        assertThat(Files.exists(data.resolve("postgres.unfinished"))).isFalse();
        assertThatThrownBy(this::count).hasMessageContaining("kept");
    }

    private void kill() throws IOException {
        long process = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        assertThat(ProcessHandle.of(process).orElseThrow().destroyForcibly()).isTrue();
    }

    private void waitUntilItAnswers() throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try {
                count();
                return;
            } catch (SQLException stillAway) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        throw new AssertionError("the database did not come back within half a minute");
    }

    private int count() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
