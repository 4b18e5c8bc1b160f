package tsukasa.kernel.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/// Keys that seal: a Tink keyset in a file. The newest key seals, every key opens. Read when first needed, and again
/// when the file changed, so that a rotation needs no restart.
///
/// @param <C> what seals and opens
public final class KeyRing<C> {
    private final String whose;
    private final Path file;
    private final Kind<C> kind;
    private @Nullable Keys<C> known;

    private KeyRing(String whose, Path file, Kind<C> kind) {
        this.whose = whose;
        this.file = file;
        this.kind = kind;
    }

    /// For what is sealed in one piece: AES-256-GCM.
    ///
    /// @param whose the keys of what, for messages
    public static KeyRing<Aead> forPieces(String whose, Path file) {
        return new KeyRing<>(
                whose, file, new Kind<>(Aead.class, PredefinedAeadParameters.AES256_GCM, AeadConfig::register));
    }

    /// For what is sealed as it flows: AES-256-GCM in segments, of which none can be left out or moved.
    ///
    /// @param whose the keys of what, for messages
    public static KeyRing<StreamingAead> forStreams(String whose, Path file) {
        return new KeyRing<>(
                whose,
                file,
                new Kind<>(
                        StreamingAead.class,
                        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB,
                        StreamingAeadConfig::register));
    }

    private record Kind<C>(Class<C> cipher, Parameters fresh, Registration registration) {}

    private interface Registration {
        void register() throws GeneralSecurityException;
    }

    /// @param newest the id of the key that seals
    public record Keys<C>(KeysetHandle handle, C cipher, long newest, FileTime readAt) {}

    public boolean there() {
        return Files.exists(file);
    }

    /// Fails when there are none: whoever reads must never make new ones.
    public synchronized Keys<C> keys() throws KeysUnavailable {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Keys<C> now = known;
            if (now == null || !now.readAt().equals(changed)) {
                now = read(changed);
                known = now;
            }
            return now;
        } catch (IOException e) {
            throw new KeysUnavailable("the keys of " + whose + " cannot be read: " + file, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysUnavailable("the keys of " + whose + " are damaged: " + file, e);
        }
    }

    private Keys<C> read(FileTime changed) throws IOException, GeneralSecurityException {
        kind.registration().register();
        KeysetHandle handle =
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        return new Keys<>(
                handle,
                handle.getPrimitive(RegistryConfiguration.get(), kind.cipher()),
                Integer.toUnsignedLong(handle.getPrimary().getId()),
                changed);
    }

    /// The first key; another node may make it at the same moment, then that one counts.
    public synchronized void make() throws KeysUnavailable {
        try {
            kind.registration().register();
            new SecretFile(file).make(written(KeysetHandle.generateNew(kind.fresh())));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("a key of " + whose + " cannot be made: " + file, e);
        }
    }

    /// Adds a key that seals from now on; the old ones go on opening. One after the other, whichever process does it: a
    /// key that is lost has sealed for ever.
    public synchronized long rotate() throws KeysUnavailable {
        if (!there()) {
            keys();
        }
        try (FileChannel turn = FileChannel.open(turn(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = turn.lock()) {
            known = null;
            Keys<C> old = keys();
            KeysetHandle more = KeysetHandle.newBuilder(old.handle())
                    .addEntry(KeysetHandle.generateEntryFromParameters(kind.fresh())
                            .withRandomId()
                            .makePrimary())
                    .build();
            new SecretFile(file).replace(written(more));
            known = null;
            return keys().newest();
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnavailable("the keys of " + whose + " cannot be changed: " + file, e);
        }
    }

    private Path turn() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static byte[] written(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }
}
