package tsukasa.kernel.round;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsukasa.kernel.database.Walls;

/// A round on its way: its thread, and how it went so far.
final class GoingRound {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int MOST_DOUBLINGS = 10;
    private final Round round;
    private final LongAdder looks = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private volatile long wentWellAt = System.nanoTime();
    private volatile int failing;
    private volatile boolean goesOn;
    private @Nullable Thread worker;

    GoingRound(Round round) {
        this.round = round;
    }

    void start() {
        goesOn = true;
        worker = Thread.ofVirtual().name(round.name()).start(this::go);
    }

    void askToStop() {
        goesOn = false;
        round.bell().ring();
    }

    /// A look under way is let finish for so long.
    void stopped(Duration patience) throws InterruptedException {
        if (worker != null && !worker.join(patience)) {
            worker.interrupt();
        }
    }

    private void go() {
        Walls.enter(round.acting());
        try {
            if (!round.first()) {
                round.bell().await(round.every());
            }
            while (goesOn) {
                look();
                round.bell().await(pause());
            }
            if (round.last()) {
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            round.work().look(() -> goesOn);
            wentWell();
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Throwable failure) {
            wentWrong(failure);
        } finally {
            looks.increment();
            nanos.add(System.nanoTime() - begun);
        }
    }

    private void wentWell() {
        wentWellAt = System.nanoTime();
        if (failing > 0) {
            LOG.info("{} works again, after {} failures", round.name(), failing);
        }
        failing = 0;
    }

    /// Trouble is told once, and once more when it is over; the work waits where it is.
    private void wentWrong(Throwable failure) {
        failed.increment();
        int before = failing;
        failing = before + 1;
        if (before == 0 && goesOn) {
            LOG.warn("{} did not succeed, it goes on trying: {}", round.name(), failure.toString());
        }
        LOG.debug("{} did not succeed", round.name(), failure);
    }

    /// Twice as long after each failure, up to its longest delay; what looks more seldom keeps its time.
    private Duration pause() {
        Duration delayed = round.every().multipliedBy(1L << Math.min(failing, MOST_DOUBLINGS));
        Duration longest = round.every().compareTo(round.delay()) > 0 ? round.every() : round.delay();
        return delayed.compareTo(longest) > 0 ? longest : delayed;
    }

    String name() {
        return round.name();
    }

    long looks() {
        return looks.sum();
    }

    long failed() {
        return failed.sum();
    }

    long nanos() {
        return nanos.sum();
    }

    /// How many times in a row it did not succeed.
    int failing() {
        return failing;
    }

    /// How long ago it succeeded, or began.
    long nanosSince() {
        return System.nanoTime() - wentWellAt;
    }
}
