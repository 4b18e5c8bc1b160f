package tsukasa.files.keeping;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Scans what waits every minute, and every hour ends files whose time is over and sweeps the disk. Several nodes may
/// do
/// so at once: each file is taken by one.
@Component
class FilesWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FilesWatch.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int LONG_ROUND = 60;
    private final Rescanning rescanning;
    private final Disposal disposal;
    private final KeyCheck keys;
    private volatile @Nullable Thread worker;

    FilesWatch(Rescanning rescanning, Disposal disposal, KeyCheck keys) {
        this.rescanning = rescanning;
        this.disposal = disposal;
        this.keys = keys;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("files-watch").start(this::work);
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

    private void work() {
        try {
            keys.look();
            for (int round = 1; isRunning(); round++) {
                Thread.sleep(BETWEEN);
                look(round % LONG_ROUND == 1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean thoroughly) {
        try {
            rescanning.scanWaiting();
            if (thoroughly) {
                endAll();
                int swept = disposal.sweep();
                if (swept > 0) {
                    LOG.info("{} files that no record held were swept from the disk", swept);
                }
            }
        } catch (IOException | DataAccessException | IllegalStateException e) {
            LOG.warn("files could not be looked after, next try in a minute: {}", e.toString());
        }
    }

    private void endAll() {
        int ended = 0;
        while (isRunning() && disposal.endNext()) {
            ended++;
        }
        if (ended > 0) {
            LOG.info("{} files were disposed of at the end of their retention", ended);
        }
    }
}
