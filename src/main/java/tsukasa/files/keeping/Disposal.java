package tsukasa.files.keeping;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tsukasa.files.FileId;
import tsukasa.files.KeptFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Writing;

/// Lets files go: their record says so at once, their content leaves the disk when nothing else holds it.
@Component
class Disposal {
    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);
    private static final String AT_ITS_END = "保存期間の満了";
    private final FileStore files;
    private final ContentStore contents;
    private final Vault vault;
    private final FileDeeds deeds;
    private final TransactionOperations transactions;
    private final Clock clock;

    Disposal(
            FileStore files,
            ContentStore contents,
            Vault vault,
            FileDeeds deeds,
            TransactionOperations transactions,
            Clock clock) {
        this.files = files;
        this.contents = contents;
        this.vault = vault;
        this.deeds = deeds;
        this.transactions = transactions;
        this.clock = clock;
    }

    RemoveOutcome dispose(FileId id, String reason, Visitor by) {
        return transactions.execute(_ -> {
            Optional<KeptFile> file = files.lock(id);
            if (file.isEmpty()) {
                return RemoveOutcome.NOT_THERE;
            }
            if (file.get().hold().isPresent()) {
                return RemoveOutcome.ON_HOLD;
            }
            letGo(file.get(), by.displayName(), reason);
            deeds.removed(file.get(), reason, by);
            return RemoveOutcome.REMOVED;
        });
    }

    private void letGo(KeptFile file, String by, String reason) {
        Optional<StoredContent> content = contents.of(file.id());
        files.gone(file.id(), clock.instant(), by, reason);
        content.filter(one -> contents.forget(one.id())).ifPresent(one -> afterCommit(one.storedSha256()));
    }

    /// Not before: what is rolled back must still be there. A crash in between leaves it to the sweep.
    private void afterCommit(String storedSha256) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    Thread.ofVirtual().start(() -> clear(storedSha256));
                }
            }
        });
    }

    /// Ends one file whose time is over.
    ///
    /// @return whether there was one
    boolean endNext() {
        return transactions.execute(_ -> {
            Optional<KeptFile> ended = files.holdNextEnded(LocalDate.ofInstant(clock.instant(), Writing.JAPAN))
                    .flatMap(files::find);
            ended.ifPresent(file -> {
                letGo(file, "files", AT_ITS_END);
                deeds.ended(file);
            });
            return ended.isPresent();
        });
    }

    /// Takes a content off the disk that no record knows.
    ///
    /// @return whether it went
    boolean clear(String storedSha256) {
        return transactions.execute(_ -> {
            contents.lock(storedSha256);
            if (contents.known(storedSha256) || !contents.mayDiscard()) {
                return false;
            }
            try {
                vault.discard(storedSha256);
                return true;
            } catch (IOException e) {
                LOG.warn("a file that nobody holds any more cannot be deleted, next try in an hour: {}", e.toString());
                return false;
            }
        });
    }

    /// Everything on the disk that no record knows: left by a crash, or by a transaction that was rolled back.
    ///
    /// @return how many went
    int sweep() throws IOException {
        vault.clearAbandoned();
        int gone = 0;
        for (String stored : vault.settledLongAgo()) {
            gone += !contents.known(stored) && clear(stored) ? 1 : 0;
        }
        return gone;
    }
}
