package tsukasa.plan.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Settings;
import tsukasa.plan.NewEvidence;

/// Keeps evidence under its SHA-256 in the data folder: `files/ab/cd…`. A name given by a person never becomes a path,
/// and what is kept is never changed.
@Component
class EvidenceVault {
    static final long LARGEST = 20L * 1024 * 1024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private final Path folder;

    EvidenceVault(Settings settings) {
        this.folder = settings.dataDir().resolve("files");
    }

    /// How keeping a file can end.
    sealed interface Kept {
        record Stored(String sha256, long size, EvidenceType type) implements Kept {}

        record Empty() implements Kept {}

        record TooLarge() implements Kept {}

        record NotAllowed() implements Kept {}
    }

    Kept keep(NewEvidence evidence) {
        try {
            Files.createDirectories(folder);
            Path arriving = Files.createTempFile(folder, "arriving", ".part");
            try {
                return keep(evidence, arriving);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept keep(NewEvidence evidence, Path arriving) throws IOException {
        MessageDigest digest = sha256();
        long size;
        try (InputStream in = evidence.content().open();
                OutputStream out = new DigestOutputStream(Files.newOutputStream(arriving), digest)) {
            size = copy(in, out);
        }
        if (size == 0) {
            return new Kept.Empty();
        }
        if (size > LARGEST) {
            return new Kept.TooLarge();
        }
        Optional<EvidenceType> type = EvidenceType.of(arriving, evidence.name());
        if (type.isEmpty()) {
            return new Kept.NotAllowed();
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        settle(arriving, path(hash));
        return new Kept.Stored(hash, size, type.get());
    }

    /// Stops one byte past the limit: nothing larger is ever written.
    private static long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        int read = in.read(buffer);
        while (read >= 0 && size <= LARGEST) {
            out.write(buffer, 0, read);
            size += read;
            read = in.read(buffer);
        }
        return size;
    }

    /// On the disk before it has its name: a file under a hash is always whole.
    private static void settle(Path arriving, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        try (FileChannel channel = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(arriving, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Empty when no such file was ever kept.
    Optional<Path> find(String sha256) {
        return HASH.matcher(sha256).matches()
                ? Optional.of(path(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
