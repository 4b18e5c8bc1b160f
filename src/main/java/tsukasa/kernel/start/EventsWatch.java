package tsukasa.kernel.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tsukasa.kernel.Settings;

/// Takes over events whose listener did not finish, because its node died or it failed: each is marked in the database
/// by whoever takes it, so it is taken by one node. What a live node is still at is left to it for a while.
@Component
class EventsWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventsWatch.class);
    private final IncompleteEventPublications events;
    private final boolean alone;
    private final Duration patience;
    private volatile @Nullable Thread worker;

    EventsWatch(
            IncompleteEventPublications events,
            Settings settings,
            @Value("${tsukasa.events-takeover:5m}") Duration patience) {
        this.events = events;
        this.alone = settings.databaseUrl() == null || settings.databaseUrl().isBlank();
        this.patience = patience;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("events-watch").start(this::work);
    }

    @Override
    public void stop() {
        Thread working = worker;
        worker = null;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /// On the embedded database nobody else can be at work, so whatever is left over is ours at once.
    private void work() {
        try {
            if (alone) {
                take(Duration.ZERO);
            }
            while (isRunning()) {
                Thread.sleep(patience.dividedBy(5));
                take(patience);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Duration older) {
        try {
            events.resubmitIncompletePublicationsOlderThan(older);
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("events that were left over could not be looked for, next try soon: {}", later.toString());
        }
    }
}
