package tsukasa.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/// PostgreSQL 18 in the data folder: started with us, stopped with us, and taken over from a run that was killed.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /// The library underneath is meant for tests and starts PostgreSQL with `fsync` and `synchronous_commit` off; ours
    /// keeps what it confirmed.
    private static final Map<String, String> CONFIGURATION = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "jit", "off",
            "max_connections", "60",
            "shared_buffers", "256MB",
            "work_mem", "32MB",
            "max_wal_size", "2GB",
            "listen_addresses", "127.0.0.1");

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path dataDir) {
        DataFolder folder = DataFolder.hold(dataDir);
        try {
            Cluster cluster = new Cluster(dataDir.toRealPath());
            cluster.prepare();
            SpringApplication.getShutdownHandlers().add(cluster::stopOurs);
            EmbeddedPostgres postgres = postgres(cluster).start();
            createDatabase(postgres);
            cluster.markFinished();
            return new EmbeddedDatabase(folder, postgres);
        } catch (IOException | IllegalStateException e) {
            folder.close();
            throw new DatabaseNotStarted(dataDir, e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
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

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly; the next start recovers", e);
        } finally {
            folder.close();
        }
    }
}
