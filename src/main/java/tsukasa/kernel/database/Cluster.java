package tsukasa.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of the embedded database and its programs, as a run that was killed at any moment may have left them.
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String VERSION = "18";
    private final Path folder;
    private final Path programs;
    private final Path unfinished;

    /// @param data the data folder, by its real path, since processes are recognised by theirs
    Cluster(Path data) {
        this.folder = data.resolve("postgres");
        this.programs = data.resolve("postgres-programs");
        this.unfinished = data.resolve("postgres.unfinished");
    }

    Path folder() {
        return folder;
    }

    /// Beside the data and not under the system's temporary folder, where a cleaner would take them from a running
    /// server.
    Path programs() {
        return programs;
    }

    /// What this leaves is either a finished cluster that nobody serves, or none.
    void prepare() throws IOException {
        stopOurs();
        stopMakers();
        removeHalfUnpackedPrograms();
        if (Files.exists(unfinished)) {
            LOG.info("making the database folder again: its making was interrupted");
            remove(folder);
        }
        if (isEmpty(folder)) {
            Files.writeString(unfinished, "The database beside this file is being made.\n");
        } else {
            checkVersion();
            forgetStaleProcess();
        }
    }

    void markFinished() throws IOException {
        Files.deleteIfExists(unfinished);
    }

    /// The server of a run that was killed lives on, and so do commands that came later and use it: they end first.
    void letOthersEnd() {
        if (process().filter(this::isOurs).isPresent()) {
            LockFile.of(folder).address().ifPresent(address -> OtherCommands.await(OpenDatabase.source(address)));
        }
    }

    /// Asks for a fast shutdown, which loses nothing; after a minute ends it by force and leaves the rest to recovery.
    void stopOurs() {
        process().filter(this::isOurs).ifPresent(postgres -> {
            LOG.info("stopping the database (process {})", postgres.pid());
            interrupt(postgres);
            if (!ended(postgres, 60)) {
                postgres.destroyForcibly();
                ended(postgres, 10);
            }
        });
    }

    /// Returns when the server that we started in this folder has ended, at once if none is running. Its programs are
    /// not looked at: they may lie elsewhere when another server of this Java process unpacked them first.
    void awaitEnd() {
        process().ifPresent(postgres -> postgres.onExit().join());
    }

    /// A killed first start leaves its `initdb` at work, which would go on writing where we begin again.
    private void stopMakers() {
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(process -> {
            process.destroyForcibly();
            ended(process, 10);
        });
    }

    private Optional<ProcessHandle> process() {
        return LockFile.of(folder).process().flatMap(ProcessHandle::of);
    }

    private Path processFile() {
        return LockFile.path(folder);
    }

    /// After a restart of the machine the number in the file may be anybody's, even another agency's database.
    private boolean isOurs(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(c -> c.startsWith(programs.toString()))
                        .orElse(false);
    }

    /// PostgreSQL itself would refuse to start while any process has the number that stands in the file.
    private void forgetStaleProcess() throws IOException {
        if (process().filter(this::isOurs).isPresent()) {
            throw new IOException("its PostgreSQL is still running and does not stop");
        }
        Files.deleteIfExists(processFile());
    }

    /// `SIGINT` is PostgreSQL's fast shutdown; Java itself can only send `SIGTERM`, which waits for every client.
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkVersion() throws IOException {
        Path file = folder.resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "";
        if (version.isEmpty()) {
            throw new IOException(folder + " is not empty and is no database folder");
        }
        if (!version.equals(VERSION)) {
            throw new IOException(folder + " was made by PostgreSQL " + version + ", this platform has " + VERSION);
        }
    }

    /// The library takes a folder that it did not finish unpacking for a lock held by someone else.
    private void removeHalfUnpackedPrograms() throws IOException {
        if (!Files.isDirectory(programs)) {
            return;
        }
        List<Path> versions;
        try (Stream<Path> children = Files.list(programs)) {
            versions = children.toList();
        }
        for (Path version : versions) {
            if (!Files.exists(version.resolve(".exists"))) {
                remove(version);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Cluster::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
