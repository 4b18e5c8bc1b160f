package tsukasa.kernel.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTests {
    private final List<Duration> rested = new ArrayList<>();

    private static void work(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void it_rests_at_least_as_long_as_the_piece_took_and_begins_anew() {
        Pace pace = new Pace(rested::add);
        work(Duration.ofMillis(20));
        pace.rest();
        pace.rest();
        assertThat(rested.getFirst()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(rested.getLast()).isLessThan(rested.getFirst());
    }

    @Test
    void who_is_told_to_stop_does_not_rest_and_remembers_it() {
        Pace pace = new Pace(_ -> {
            throw new InterruptedException();
        });
        pace.rest();
        assertThat(Thread.interrupted()).isTrue();
    }
}
