package tsukasa.scheme.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTests {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();

    private Remembered<String, Integer> taking(long milliseconds) {
        return new Remembered<>(
                _ -> {
                    nanos.addAndGet(milliseconds * 1_000_000);
                    return made.incrementAndGet();
                },
                nanos::get);
    }

    @Test
    void a_cheap_count_is_made_afresh_every_time() {
        Remembered<String, Integer> cheap = taking(1);
        assertThat(cheap.get("a")).isEqualTo(1);
        assertThat(cheap.get("a")).isEqualTo(2);
    }

    @Test
    void a_dear_count_is_kept_fifty_times_as_long_as_it_took() {
        Remembered<String, Integer> dear = taking(100);
        assertThat(dear.get("a")).isEqualTo(1);
        nanos.addAndGet(4_900L * 1_000_000);
        assertThat(dear.get("a")).isEqualTo(1);
        nanos.addAndGet(200L * 1_000_000);
        assertThat(dear.get("a")).isEqualTo(2);
    }

    @Test
    void other_keys_are_counted_by_themselves() {
        Remembered<String, Integer> dear = taking(100);
        assertThat(dear.get("a")).isEqualTo(1);
        assertThat(dear.get("b")).isEqualTo(2);
        assertThat(dear.get("a")).isEqualTo(1);
    }
}
