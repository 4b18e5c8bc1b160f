package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.kernel.database.DataSettings;
import tsukasa.kernel.database.OpenDatabase;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.kernel.keys.KeysUnavailable;

/// The kept files of a data folder, for jobs of the command line.
record KeptFiles(ContentStore contents, Vault vault, KeyRing<StreamingAead> ring, TransactionOperations transactions) {
    static KeptFiles of(Path data, OpenDatabase database) {
        DataSettings settings = DataSettings.of(data);
        KeyRing<StreamingAead> ring = KeyRing.forStreams(
                KeepingSetup.WHOSE_KEYS, data.resolve(settings.get("tsukasa.files-key", "keys/files.json")));
        Vault vault = new Vault(data.resolve(settings.get("tsukasa.files-dir", "kept")), ring);
        return new KeptFiles(ContentStore.of(database), vault, ring, ContentStore.transactions(database));
    }

    /// Empty when anything but `--data DIR` was typed.
    static Optional<Path> data(List<String> arguments) {
        Path data = Path.of("var");
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals("--data") || i + 1 == arguments.size()) {
                return Optional.empty();
            }
            data = Path.of(arguments.get(i + 1));
        }
        return Optional.of(data.toAbsolutePath());
    }

    record Resealed(int done, int unreadable) {}

    /// One after another; what fails is counted and left under its old key.
    Resealed reseal(long key) throws KeysUnavailable {
        int done = 0;
        Set<Long> unreadable = new HashSet<>();
        List<StoredContent> some = contents.sealedByOthers(key, 0);
        while (!some.isEmpty()) {
            for (StoredContent one : some) {
                try {
                    done += Boolean.TRUE.equals(reseal(one)) ? 1 : 0;
                } catch (IOException | UncheckedIOException e) {
                    unreadable.add(one.id());
                }
            }
            some = contents.sealedByOthers(key, some.getLast().id());
        }
        return new Resealed(done, unreadable.size());
    }

    /// The old one leaves the disk once the new one is recorded; if that fails, the sweep takes it.
    private boolean reseal(StoredContent old) throws IOException, KeysUnavailable {
        KeyRing.Keys<StreamingAead> newest = ring.keys();
        try (Vault.Arrival fresh = vault.take(() -> opened(old), newest)) {
            return transactions.execute(_ -> {
                boolean there = contents.again(old.id())
                        .filter(now -> now.storedSha256().equals(old.storedSha256()))
                        .isPresent();
                if (there) {
                    settle(fresh);
                    contents.resealed(old.id(), fresh);
                }
                return there;
            });
        }
    }

    private java.io.InputStream opened(StoredContent content) throws IOException {
        try {
            return vault.open(content);
        } catch (KeysUnavailable e) {
            throw new IOException(e);
        }
    }

    private void settle(Vault.Arrival fresh) {
        try {
            vault.settle(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
