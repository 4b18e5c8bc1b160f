package tsukasa.kernel.round;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Calls a round before its time.
public final class Bell {
    private final Semaphore strokes = new Semaphore(0);

    public void ring() {
        strokes.release();
    }

    /// Until it rings, and no longer than this; what rang meanwhile counts as one.
    void await(Duration most) throws InterruptedException {
        if (strokes.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            strokes.drainPermits();
        }
    }
}
