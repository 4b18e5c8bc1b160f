package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileState;
import tsukasa.files.NewFile;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.kernel.keys.KeysUnavailable;

/// Where contents lie, on the disk and in the tables at once: each is there once for each way of keeping it.
@Component
class Shelves {
    private final ContentStore contents;
    private final Vault vault;
    private final KeyRing<StreamingAead> ring;

    Shelves(ContentStore contents, Vault vault, KeyRing<StreamingAead> ring) {
        this.contents = contents;
        this.vault = vault;
        this.ring = ring;
    }

    Vault.Arrival take(NewFile file) throws IOException, KeysUnavailable {
        return vault.take(
                file.content(), file.confidentiality() == Confidentiality.CONFIDENTIAL ? sealingKeys() : null);
    }

    /// The first confidential file makes the first key; where some are sealed already, a missing key is a fault.
    private KeyRing.Keys<StreamingAead> sealingKeys() throws KeysUnavailable {
        if (!ring.there() && !contents.anySealed()) {
            ring.make();
        }
        return ring.keys();
    }

    /// Within a transaction. What is there already stays as it is, but that a scan which found nothing counts for it.
    StoredContent lay(Vault.Arrival arrival, FileState state, Instant now) {
        contents.lock(arrival.sha256());
        Optional<StoredContent> known =
                contents.find(arrival.sha256(), arrival.sealed()).flatMap(there -> contents.again(there.id()));
        @Nullable Instant scannedAt = state == FileState.CLEAN ? now : null;
        if (known.isEmpty()) {
            settle(arrival);
            return contents.add(arrival, state, scannedAt, now);
        }
        StoredContent there = known.get();
        if (scannedAt != null && there.state() != FileState.INFECTED) {
            contents.scanned(there.id(), FileState.CLEAN, null, now);
        }
        return there;
    }

    private void settle(Vault.Arrival arrival) {
        try {
            contents.lock(arrival.storedSha256());
            vault.settle(arrival);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
