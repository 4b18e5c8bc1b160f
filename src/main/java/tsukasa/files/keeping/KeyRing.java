package tsukasa.files.keeping;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/// The keys of confidential files: a Tink keyset in a file that its owner alone may read. The newest key seals, every
/// key opens. Read when first needed, and again when the file changed, so that a rotation needs no restart.
final class KeyRing {
    /// Tied to the purpose, so that nothing sealed for another one opens here.
    private static final byte[] PURPOSE = "tsukasa file 1".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private @Nullable Keys known;

    KeyRing(Path file) {
        this.file = file;
    }

    /// @param newest the id of the key that seals
    record Keys(KeysetHandle handle, StreamingAead cipher, long newest, FileTime readAt) {
        byte[] purpose() {
            return PURPOSE.clone();
        }
    }

    boolean there() {
        return Files.exists(file);
    }

    /// Fails when there are none: whoever reads must never make new ones.
    synchronized Keys keys() throws KeysUnavailable {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Keys now = known;
            if (now == null || !now.readAt().equals(changed)) {
                now = read(changed);
                known = now;
            }
            return now;
        } catch (IOException e) {
            throw new KeysUnavailable("the keys of confidential files cannot be read: " + file, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysUnavailable("the keys of confidential files are damaged: " + file, e);
        }
    }

    private Keys read(FileTime changed) throws IOException, GeneralSecurityException {
        StreamingAeadConfig.register();
        KeysetHandle handle =
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        return new Keys(
                handle,
                handle.getPrimitive(RegistryConfiguration.get(), StreamingAead.class),
                Integer.toUnsignedLong(handle.getPrimary().getId()),
                changed);
    }

    /// The first key; another node may make it at the same moment, then that one counts.
    synchronized void make() throws KeysUnavailable {
        try {
            StreamingAeadConfig.register();
            Path fresh = written(KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB));
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // theirs counts
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("a key for confidential files cannot be made: " + file, e);
        }
    }

    /// Adds a key that seals from now on; the old ones go on opening.
    synchronized long rotate() throws KeysUnavailable {
        Keys old = keys();
        try {
            KeysetHandle more = KeysetHandle.newBuilder(old.handle())
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB)
                            .withRandomId()
                            .makePrimary())
                    .build();
            Files.move(written(more), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            known = null;
            return keys().newest();
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("the keys of confidential files cannot be changed: " + file, e);
        }
    }

    private Path written(KeysetHandle handle) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, forOwner("rwx------"));
        Path fresh = Files.createTempFile(folder, "files", ".new", forOwner("rw-------"));
        Files.writeString(fresh, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        return fresh;
    }

    /// Where the file system knows no owners, it is up to the folder around it.
    private static FileAttribute<?>[] forOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
