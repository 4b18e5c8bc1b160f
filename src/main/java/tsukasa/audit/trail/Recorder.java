package tsukasa.audit.trail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;

/// Writes deeds down where they are done. A read has no transaction to share: it is written and committed beside the
/// page's own work, and the answer waits for it ([ReadsFilter]).
@Component
class Recorder implements AuditTrail {
    private final WaitingStore store;
    private final Clock clock;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    Recorder(WaitingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(Deed deed) {
        Origin origin = Origin.present();
        Actor by = deed.by() == null ? origin.actor() : deed.by();
        Instant now = clock.instant();
        PendingReads reads = beside(deed);
        if (reads == null) {
            store.add(deed, by, origin, now);
            return;
        }
        Future<?> writing = beside.submit(() -> store.add(deed, by, origin, now));
        if (!reads.add(writing)) {
            PendingReads.written(writing);
        }
    }

    private static @Nullable PendingReads beside(Deed deed) {
        return deed.kind() == Deed.Kind.READ && !TransactionSynchronizationManager.isActualTransactionActive()
                ? PendingReads.present()
                : null;
    }

    @PreDestroy
    void finish() {
        beside.close();
    }
}
