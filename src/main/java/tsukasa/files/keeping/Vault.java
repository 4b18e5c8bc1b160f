package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.files.FileKeeper;
import tsukasa.files.NewFile;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.kernel.keys.KeysUnavailable;

/// The files on the disk, each under the SHA-256 of the bytes that lie there: `ab/cd…`. No name given by a person
/// becomes a path, a file under a hash is always whole, and whoever sees the folder learns nothing of what is sealed.
final class Vault {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern REST = Pattern.compile("[0-9a-f]{62}");
    private static final Duration SURELY_ABANDONED = Duration.ofHours(1);
    private final Path folder;
    /// Tied to the purpose, so that nothing sealed for another one opens here.
    private static final byte[] PURPOSE = "tsukasa file 1".getBytes(StandardCharsets.UTF_8);

    private final KeyRing<StreamingAead> ring;

    Vault(Path folder, KeyRing<StreamingAead> ring) {
        this.folder = folder;
        this.ring = ring;
    }

    /// A file on its way in, gone when closed unless it was settled.
    ///
    /// @param key the key that sealed it; absent for an open one
    record Arrival(Path place, long size, String sha256, String storedSha256, KeyRing.@Nullable Keys<StreamingAead> key)
            implements AutoCloseable {
        boolean sealed() {
            return key != null;
        }

        InputStream open() throws IOException {
            return new CheckedContent(opened(place, key), size, sha256);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(place);
        }
    }

    /// Takes no more than a byte past the limit. What is to be sealed is never written in the clear.
    Arrival take(NewFile.Content content, KeyRing.@Nullable Keys<StreamingAead> key) throws IOException {
        Path place = Files.createTempFile(Files.createDirectories(arriving()), "file", ".part");
        MessageDigest plain = Sha256.digest();
        MessageDigest stored = Sha256.digest();
        try (InputStream in = content.open();
                OutputStream out = sealing(new DigestOutputStream(Files.newOutputStream(place), stored), key)) {
            long size = copy(in, out, plain);
            out.close();
            return new Arrival(place, size, Sha256.hex(plain), Sha256.hex(stored), key);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    private static OutputStream sealing(OutputStream out, KeyRing.@Nullable Keys<StreamingAead> key)
            throws IOException {
        try {
            return key == null ? out : key.cipher().newEncryptingStream(out, PURPOSE.clone());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static long copy(InputStream in, OutputStream out, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        int read = in.read(buffer);
        while (read >= 0 && size <= FileKeeper.LARGEST) {
            out.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            size += read;
            read = in.read(buffer);
        }
        return size;
    }

    /// On the disk before it has its name, and its name before anybody hears of it.
    void settle(Arrival arrival) throws IOException {
        Path place = path(arrival.storedSha256());
        if (Files.exists(place)) {
            return;
        }
        Path shelf = Files.createDirectories(shelf(arrival.storedSha256()));
        force(arrival.place(), StandardOpenOption.WRITE);
        Files.move(arrival.place(), place, StandardCopyOption.ATOMIC_MOVE);
        force(shelf, StandardOpenOption.READ);
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    boolean has(String storedSha256) {
        return Files.isRegularFile(path(storedSha256));
    }

    /// As it lies on the disk.
    InputStream raw(String storedSha256) throws IOException {
        return Files.newInputStream(path(storedSha256));
    }

    InputStream open(StoredContent content) throws IOException, KeysUnavailable {
        KeyRing.Keys<StreamingAead> key = content.sealed() ? ring.keys() : null;
        return new CheckedContent(opened(path(content.storedSha256()), key), content.size(), content.sha256());
    }

    private static InputStream opened(Path place, KeyRing.@Nullable Keys<StreamingAead> key) throws IOException {
        InputStream in = Files.newInputStream(place);
        try {
            return key == null ? in : key.cipher().newDecryptingStream(in, PURPOSE.clone());
        } catch (GeneralSecurityException | IOException e) {
            in.close();
            throw new IOException(e);
        }
    }

    void discard(String storedSha256) throws IOException {
        Files.deleteIfExists(path(storedSha256));
    }

    /// Removes what a crash left on its way in. Times are compared on the disk, whose clock may differ from ours.
    void clearAbandoned() throws IOException {
        if (Files.isDirectory(arriving())) {
            FileTime now = diskTime();
            for (Path part : list(arriving())) {
                if (age(part, now)
                        .filter(old -> old.compareTo(SURELY_ABANDONED) > 0)
                        .isPresent()) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /// The hashes of files that have lain here for a while.
    List<String> settledLongAgo() throws IOException {
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        FileTime now = diskTime();
        for (Path child : list(folder)) {
            String head = child.getFileName().toString();
            if (FOLDER.matcher(head).matches() && Files.isDirectory(child)) {
                for (Path file : list(child)) {
                    String rest = file.getFileName().toString();
                    if (REST.matcher(rest).matches()
                            && age(file, now)
                                    .filter(old -> old.compareTo(SURELY_ABANDONED) > 0)
                                    .isPresent()) {
                        found.add(head + rest);
                    }
                }
            }
        }
        return found;
    }

    private FileTime diskTime() throws IOException {
        Path probe = Files.createTempFile(Files.createDirectories(arriving()), "clock", ".part");
        try {
            return Files.getLastModifiedTime(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static Optional<Duration> age(Path file, FileTime now) throws IOException {
        try {
            return Optional.of(Duration.between(Files.getLastModifiedTime(file).toInstant(), now.toInstant()));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path place) throws IOException {
        try (Stream<Path> children = Files.list(place)) {
            return children.toList();
        }
    }

    private Path arriving() {
        return folder.resolve("arriving");
    }

    private Path path(String storedSha256) {
        return shelf(storedSha256).resolve(storedSha256.substring(2));
    }

    private Path shelf(String storedSha256) {
        return folder.resolve(storedSha256.substring(0, 2));
    }
}
