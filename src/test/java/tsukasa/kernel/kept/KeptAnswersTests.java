package tsukasa.kernel.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptAnswersTests {
    private static final int ASKERS = 50;
    private final KeptAnswers<String> kept = new KeptAnswers<>(100_000);
    private final AtomicInteger made = new AtomicInteger();

    private static Packed bytes(String text) {
        return Packed.of(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String text(Packed packed) {
        return new String(Gzip.unpack(packed.bytes()), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_answered_is_answered_again_without_being_made() {
        assertThat(kept.known("a")).isEmpty();
        assertThat(text(kept.packed("a", () -> bytes("one")))).isEqualTo("one");
        assertThat(text(kept.packed("a", () -> bytes("two")))).isEqualTo("one");
        assertThat(text(kept.packed("b", () -> bytes("two")))).isEqualTo("two");
        assertThat(kept.known("a").map(KeptAnswersTests::text)).contains("one");
    }

    /// The one who makes the answer waits until all others have asked.
    private List<Future<Packed>> manyAsk(ExecutorService askers, @Nullable RuntimeException failure) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        List<Future<Packed>> told = new ArrayList<>();
        told.add(askers.submit(() -> kept.packed("a", () -> {
            made.incrementAndGet();
            begun.countDown();
            goOn.join();
            if (failure != null) {
                throw failure;
            }
            return bytes("one");
        })));
        begun.await();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 1; i < ASKERS; i++) {
            CompletableFuture<Packed> answer = new CompletableFuture<>();
            told.add(answer);
            waiting.add(Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(kept.packed("a", () -> bytes("made " + made.incrementAndGet())));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            }));
        }
        for (Thread each : waiting) {
            while (each.getState() != Thread.State.WAITING && each.isAlive()) {
                Thread.onSpinWait();
            }
        }
        goOn.complete(null);
        return told;
    }

    @Test
    void many_who_ask_the_same_at_once_are_answered_by_one_computation() throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Packed> each : manyAsk(askers, null)) {
                assertThat(text(each.get())).isEqualTo("one");
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void a_failure_reaches_all_who_asked_and_is_not_kept() throws Exception {
        IllegalStateException failure = new IllegalStateException("no database");
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Packed> each : manyAsk(askers, failure)) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCause(failure);
            }
        }
        assertThat(made).hasValue(1);
        assertThat(text(kept.packed("a", () -> bytes("again")))).isEqualTo("again");
    }

    @Test
    void what_nobody_asked_for_the_longest_goes_first() {
        Random random = new Random(1);
        byte[] large = new byte[30_000];
        random.nextBytes(large);
        kept.packed("a", () -> Packed.of(large, null));
        kept.packed("b", () -> Packed.of(large, null));
        kept.packed("c", () -> Packed.of(large, null));
        assertThat(kept.known("a")).isPresent();
        kept.packed("d", () -> Packed.of(large, null));
        assertThat(kept.known("b")).isEmpty();
        assertThat(kept.known("a")).isPresent();
        assertThat(kept.known("c")).isPresent();
    }

    @Test
    void whoever_does_not_take_compressed_bytes_says_so() {
        for (String taking : new String[] {"gzip", "deflate, gzip;q=0.5", "GZIP", "br, gzip;q=1.0"}) {
            assertThat(Gzip.taken(taking)).as(taking).isTrue();
        }
        for (String refusing : new String[] {"", "identity", "gzip;q=0", "gzip; q=0.0, identity"}) {
            assertThat(Gzip.taken(refusing)).as(refusing).isFalse();
        }
        assertThat(Gzip.taken(null)).isFalse();
    }
}
