package tsukasa.kernel.round;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets all rounds go while the platform is up.
@Component
class Rounds implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private final List<GoingRound> all;
    private volatile boolean running;

    Rounds(ObjectProvider<Round> rounds) {
        this.all = rounds.stream().map(GoingRound::new).toList();
    }

    List<GoingRound> all() {
        return all;
    }

    @Override
    public void start() {
        running = true;
        all.forEach(GoingRound::start);
    }

    @Override
    public void stop() {
        running = false;
        all.forEach(GoingRound::askToStop);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (GoingRound round : all) {
                round.stopped(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
