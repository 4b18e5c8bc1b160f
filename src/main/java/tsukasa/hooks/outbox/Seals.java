package tsukasa.hooks.outbox;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import tsukasa.hooks.HookSecret;
import tsukasa.hooks.HookTargetId;

/// Seals what signs for a target, under a keyset in a file that its owner alone may read; a sealed secret opens for its
/// own target only. Read when first needed.
final class Seals {
    private final Path file;
    private @Nullable Aead known;

    Seals(Path file) {
        this.file = file;
    }

    boolean there() {
        return Files.exists(file);
    }

    byte[] seal(HookTargetId target, HookSecret secret) {
        try {
            return cipher().encrypt(secret.text().getBytes(StandardCharsets.US_ASCII), purpose(target));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of webhooks cannot be sealed", e);
        }
    }

    HookSecret open(HookTargetId target, byte[] sealed) {
        try {
            return new HookSecret(new String(cipher().decrypt(sealed, purpose(target)), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of the webhook target " + target + " does not open", e);
        }
    }

    private static byte[] purpose(HookTargetId target) {
        return ("tsukasa hook 1 " + target).getBytes(StandardCharsets.US_ASCII);
    }

    private synchronized Aead cipher() {
        Aead cipher = known;
        if (cipher == null) {
            cipher = read();
            known = cipher;
        }
        return cipher;
    }

    private Aead read() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of webhooks cannot be read: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of webhooks are damaged: " + file, e);
        }
    }

    /// The first key; another node may make it at the same moment, then that one counts.
    synchronized void make() {
        try {
            AeadConfig.register();
            Path fresh = written(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // theirs counts
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a key for webhooks cannot be made: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key for webhooks cannot be made: " + file, e);
        }
    }

    private Path written(KeysetHandle handle) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, forOwner("rwx------"));
        Path fresh = Files.createTempFile(folder, "hooks", ".new", forOwner("rw-------"));
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
