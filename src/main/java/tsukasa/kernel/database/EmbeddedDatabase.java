package tsukasa.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL 18 in the data folder: started with us, stopped with us, and taken over from a run that was killed.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path dataDir) {
        DataFolder folder = DataFolder.hold(dataDir);
        try {
            Path cluster = dataDir.resolve("postgres").toAbsolutePath();
            stopOrphan(cluster);
            removeHalfMade(cluster);
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("jit", "off")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("work_mem", "32MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            createDatabase(postgres);
            return new EmbeddedDatabase(folder, postgres);
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException("PostgreSQL could not be started in " + dataDir.toAbsolutePath(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "tsukasa");
    }

    /// A killed platform leaves its PostgreSQL running: ask it to stop, and let crash recovery do the rest if it does
    /// not.
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,9}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            LOG.info(
                    "stopping the database of a run that was killed (process {})",
                    orphan.get().pid());
            orphan.get().destroy();
            if (!ended(orphan.get(), 20)) {
                orphan.get().destroyForcibly();
                ended(orphan.get(), 10);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A first start that was killed in the middle leaves a cluster without `global/pg_control`; nothing is lost with
    /// it.
    private static void removeHalfMade(Path cluster) throws IOException {
        if (!Files.exists(cluster) || Files.exists(cluster.resolve("tsukasa-ready"))) {
            return;
        }
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            LOG.info("removing a database folder whose making was interrupted: {}", cluster);
        }
        try (var files = Files.walk(cluster)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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
            markReady(connection);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void markReady(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet directory = statement.executeQuery("show data_directory")) {
            directory.next();
            Path ready = Path.of(directory.getString(1)).resolve("tsukasa-ready");
            if (!Files.exists(ready)) {
                Files.createFile(ready);
            }
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
