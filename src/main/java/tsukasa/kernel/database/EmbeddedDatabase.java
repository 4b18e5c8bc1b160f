package tsukasa.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// PostgreSQL 18 in the data folder: started with us, stopped with us, taken over from a run that was killed, and
/// started again at the same address when it ends unasked.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /// The library underneath is meant for tests and starts PostgreSQL with `fsync` and `synchronous_commit` off; ours
    /// keeps what it confirmed. No disk turns any more: a page out of order costs hardly more than the next one.
    private static final Map<String, String> CONFIGURATION = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "jit", "off",
            "max_connections", "60",
            "random_page_cost", "1.1",
            "shared_buffers", "256MB",
            "work_mem", "32MB",
            "max_wal_size", "2GB",
            "listen_addresses", "127.0.0.1");

    private static final String LIBRARY = EmbeddedPostgres.class.getName();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private volatile EmbeddedPostgres postgres;
    private volatile boolean closing;
    private volatile boolean closed;

    private EmbeddedDatabase(DataFolder folder, Cluster cluster, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = postgres.getPort();
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path dataDir) {
        DataFolder folder = DataFolder.hold(dataDir);
        if (Files.exists(dataDir.resolve(OpenDatabase.UNFINISHED_RESTORE))) {
            folder.close();
            throw new RestoreUnfinished(dataDir);
        }
        return make(dataDir, folder);
    }

    /// Even where a restore is under way.
    static EmbeddedDatabase make(Path dataDir) {
        return make(dataDir, DataFolder.hold(dataDir));
    }

    private static EmbeddedDatabase make(Path dataDir, DataFolder folder) {
        try {
            Cluster cluster = new Cluster(dataDir.toRealPath());
            cluster.letOthersEnd();
            cluster.prepare();
            EmbeddedPostgres postgres = started(cluster);
            createDatabase(postgres);
            cluster.markFinished();
            EmbeddedDatabase database = new EmbeddedDatabase(folder, cluster, postgres);
            Thread.ofPlatform().daemon().name("database-watch").start(database::keepRunning);
            return database;
        } catch (IOException | IllegalStateException e) {
            folder.close();
            throw new DatabaseNotStarted(dataDir, e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// Whoever was killed stops no server: the last command that used it does.
    static void stopLeftOver(Path dataDir) {
        try (DataFolder _ = DataFolder.hold(dataDir)) {
            Cluster cluster = new Cluster(dataDir.toRealPath());
            cluster.letOthersEnd();
            cluster.stopOurs();
        } catch (DataFolderInUse used) {
            // by the one that will stop it
        } catch (IOException e) {
            LOG.warn("a PostgreSQL that nobody uses any more could not be stopped", e);
        }
    }

    /// Whoever interrupts this program ends the database too, though not under another command that uses it.
    private static EmbeddedPostgres started(Cluster cluster) throws IOException {
        AtomicReference<EmbeddedPostgres> started = new AtomicReference<>();
        SpringApplication.getShutdownHandlers().add(() -> {
            EmbeddedPostgres postgres = started.get();
            if (postgres != null) {
                OtherCommands.await(postgres.getPostgresDatabase());
            }
            cluster.stopOurs();
        });
        EmbeddedPostgres postgres = postgres(cluster).start();
        started.set(postgres);
        return postgres;
    }

    private static EmbeddedPostgres.Builder postgres(Cluster cluster) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(cluster.programs().toFile())
                .setDataDirectory(cluster.folder())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(120));
        CONFIGURATION.forEach(builder::setServerConfig);
        return builder;
    }

    /// For a program that is no Spring application, whose end would else leave the server at work.
    EmbeddedDatabase endingWithProgram() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("database-end").unstarted(() -> {
                    if (!closed) {
                        close();
                    }
                }));
        return this;
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "tsukasa");
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery("select 1 from pg_database where datname = 'tsukasa'")) {
            if (!there.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database tsukasa");
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Whoever asks meanwhile is told to come back in a moment; the pool finds the new server by itself.
    private void keepRunning() {
        cluster.awaitEnd();
        while (!closing) {
            LOG.error("PostgreSQL ended unasked; starting it again");
            startAgain();
            cluster.awaitEnd();
        }
    }

    private void startAgain() {
        letGo();
        Duration pause = FIRST_PAUSE;
        while (!closing) {
            try {
                cluster.prepare();
                postgres = postgres(cluster).setPort(port).start();
                LOG.info("PostgreSQL runs again");
                return;
            } catch (IOException | IllegalStateException e) {
                LOG.error("PostgreSQL cannot start yet, next try in {} ms: {}", pause.toMillis(), e.getMessage());
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /// The library holds its folder until it is closed, though its server is gone, which it tells as a failure.
    private void letGo() {
        LoggingSystem logging = LoggingSystem.get(EmbeddedPostgres.class.getClassLoader());
        logging.setLogLevel(LIBRARY, LogLevel.OFF);
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("the ended PostgreSQL could not be let go", e);
        } finally {
            logging.setLogLevel(LIBRARY, null);
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever came later and uses the database is waited for: nobody loses it half-way. The library would give a
    /// server five seconds to write down what an import brought.
    @Override
    public void close() {
        OtherCommands.await(postgres.getPostgresDatabase());
        closing = true;
        try {
            cluster.stopOurs();
            letGo();
        } finally {
            closed = true;
            folder.close();
        }
    }
}
