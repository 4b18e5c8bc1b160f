package tsukasa.audit.chain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Seals every second, at the start and once more at the end.
@Component
class SealingWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealingWatch.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private final Sealer sealer;
    private volatile @Nullable Thread worker;
    private boolean failing;

    SealingWatch(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("audit-sealer").daemon().start(this::work);
    }

    @Override
    public void stop() {
        Thread working = worker;
        worker = null;
        try {
            if (working != null && !working.join(Duration.ofSeconds(5))) {
                working.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        look();
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        try {
            while (isRunning()) {
                look();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Trouble is told once, and once more when it is over; what is written waits in the database.
    private void look() {
        try {
            while (sealer.once() == Sealer.AT_ONCE) {
                // a heap of them
            }
            if (failing) {
                LOG.info("the audit trail is sealed again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("the audit trail cannot be sealed at the moment, entries wait: {}", e.toString());
            }
            failing = true;
        }
    }
}
