package tsukasa.kernel.round;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// For long work that nobody waits for: between its pieces it rests as long as the last piece took, so that those who
/// ask in the meantime find a processor free.
public final class Pace {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);
    private final Resting resting;
    private long since = System.nanoTime();

    interface Resting {
        void rest(Duration time) throws InterruptedException;
    }

    public Pace() {
        this(Thread::sleep);
    }

    Pace(Resting resting) {
        this.resting = resting;
    }

    /// Whoever is told to stop does not rest any more.
    public void rest() {
        long worked = Math.min(System.nanoTime() - since, LONGEST);
        try {
            resting.rest(Duration.ofNanos(worked));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        since = System.nanoTime();
    }
}
