package tsukasa.plan.record;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Where evidence was kept before: `files/ab/cd…` in the data folder, each under the hash of its content.
final class FormerFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FormerFolder.class);
    private static final Duration SURELY_ABANDONED = Duration.ofHours(1);
    private final Path folder;
    private final EvidenceStore evidence;
    private final TransactionOperations transactions;

    FormerFolder(Path folder, EvidenceStore evidence, TransactionOperations transactions) {
        this.folder = folder;
        this.evidence = evidence;
        this.transactions = transactions;
    }

    Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /// What no evidence waits for goes: what was taken over, and tables that were sent to be looked through. What came
    /// in the last hour stays, for its record may not be written yet. Another node may be at the same.
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Optional<FileTime> now = transactions.execute(_ -> evidence.mayDiscard() ? diskTime() : Optional.empty());
        now.ifPresent(this::clear);
    }

    private void clear(FileTime now) {
        for (Path child : inside(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child)) {
                inside(child).forEach(file -> clear(file, name + file.getFileName(), now));
                deleteIfEmpty(child);
            } else {
                clear(child, name, now);
            }
        }
        deleteIfEmpty(folder);
    }

    private void clear(Path file, String sha256, FileTime now) {
        if (lainLong(file, now)) {
            transactions.executeWithoutResult(_ -> discard(file, sha256));
        }
    }

    /// Within one transaction: no backup begins before the file is gone, and one that has begun still finds it.
    private void discard(Path file, String sha256) {
        if (!evidence.mayDiscard() || evidence.awaits(sha256)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            leave(file, e);
        }
    }

    /// By the clock of the disk, which may differ from ours.
    private Optional<FileTime> diskTime() {
        try {
            Path probe = Files.createTempFile(folder, "clock", ".part");
            try {
                return Optional.of(Files.getLastModifiedTime(probe));
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            leave(folder, e);
            return Optional.empty();
        }
    }

    private static boolean lainLong(Path file, FileTime now) {
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now.toInstant());
            return age.compareTo(SURELY_ABANDONED) > 0;
        } catch (IOException e) {
            leave(file, e);
            return false;
        }
    }

    private static List<Path> inside(Path place) {
        try (Stream<Path> children = Files.list(place)) {
            return children.toList();
        } catch (IOException e) {
            leave(place, e);
            return List.of();
        }
    }

    private static void deleteIfEmpty(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            leave(place, e);
        }
    }

    private static void leave(Path place, IOException why) {
        if (why instanceof DirectoryNotEmptyException || why instanceof NoSuchFileException) {
            LOG.debug("{} is still needed, or went meanwhile", place);
        } else {
            LOG.warn("{} cannot be cleared, next try in an hour: {}", place, why.toString());
        }
    }
}
