package tsukasa.kernel.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;

class RoundsTests {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofDays(1);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private Rounds rounds = new Rounds(beans.getBeanProvider(Round.class));

    private void go(Round... some) {
        for (Round round : some) {
            beans.addBean(round.name(), round);
        }
        rounds = new Rounds(beans.getBeanProvider(Round.class));
        rounds.start();
    }

    @AfterEach
    void stop() {
        rounds.stop();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private double measured(String meter, String round) {
        MeterRegistry registry = new SimpleMeterRegistry();
        RoundMeters.roundMeters(rounds).bindTo(registry);
        return registry.get(meter)
                .tag("round", round)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Test
    void a_round_looks_again_and_again_under_its_own_name() throws Exception {
        List<Acting> as = new CopyOnWriteArrayList<>();
        go(Round.every(SOON, "named", _ -> as.add(Walls.present())).as("post"));
        until(() -> as.size() >= 3);
        assertThat(as).containsOnly(Acting.as("post"));
        assertThat(measured("tsukasa.round", "named")).isGreaterThanOrEqualTo(2);
        assertThat(measured("tsukasa.round.failed", "named")).isZero();
        assertThat(measured("tsukasa.round.since", "named")).isLessThan(60);
    }

    @Test
    void one_that_fails_goes_on_trying_ever_more_seldom_and_keeps_no_other_from_going() throws Exception {
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger sound = new AtomicInteger();
        Round failing = Round.every(SOON, "broken", _ -> {
            broken.incrementAndGet();
            throw new StackOverflowError("as deep as can be");
        });
        go(failing, Round.every(SOON, "sound", _ -> sound.incrementAndGet()));
        until(() -> sound.get() >= 40);
        assertThat(broken).hasValueBetween(2, 10);
        assertThat(measured("tsukasa.round.failing", "broken")).isGreaterThanOrEqualTo(2);
        assertThat(measured("tsukasa.round.failing", "sound")).isZero();
    }

    @Test
    void one_that_must_not_stay_behind_has_a_longest_delay() throws Exception {
        AtomicInteger hurried = new AtomicInteger();
        Round failing = Round.every(SOON, "hurried", _ -> {
            hurried.incrementAndGet();
            throw new IllegalStateException("still away");
        });
        go(failing.delayedByAtMost(SOON.multipliedBy(2)).fromTheStart().onceMoreAtTheEnd());
        until(() -> hurried.get() >= 15);
    }

    @Test
    void what_failed_counts_as_well_again_once_it_succeeds() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        go(Round.every(SOON, "ill", _ -> {
            if (looks.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        }));
        until(() -> looks.get() >= 5);
        assertThat(measured("tsukasa.round.failed", "ill")).isEqualTo(2);
        assertThat(measured("tsukasa.round.failing", "ill")).isZero();
    }

    @Test
    void it_waits_for_its_time_unless_it_begins_at_the_start_or_the_bell_rings() throws Exception {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        AtomicInteger called = new AtomicInteger();
        Bell bell = new Bell();
        go(
                Round.every(NEVER, "waiting", _ -> waiting.incrementAndGet()),
                Round.every(NEVER, "early", _ -> early.incrementAndGet()).fromTheStart(),
                Round.every(NEVER, "called", _ -> called.incrementAndGet()).rungBy(bell));
        bell.ring();
        until(() -> early.get() == 1 && called.get() == 1);
        bell.ring();
        until(() -> called.get() == 2);
        assertThat(waiting).hasValue(0);
    }

    @Test
    void a_stop_lets_a_look_finish_and_looks_once_more_where_that_was_asked_for() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        Round slow = Round.every(NEVER, "slow", goesOn -> {
                    begun.countDown();
                    while (goesOn.getAsBoolean()) {
                        Thread.sleep(5);
                    }
                    done.add("slow");
                })
                .fromTheStart();
        go(slow, Round.every(NEVER, "last", _ -> done.add("last")).onceMoreAtTheEnd());
        assertThat(begun.await(4, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        assertThat(done).containsExactlyInAnyOrder("slow", "last");
    }

    @Test
    void what_was_stopped_goes_again_after_the_next_start() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        go(Round.every(SOON, "again", _ -> looks.incrementAndGet()));
        until(() -> looks.get() >= 1);
        rounds.stop();
        int stopped = looks.get();
        Thread.sleep(60);
        assertThat(looks).hasValue(stopped);
        rounds.start();
        until(() -> looks.get() > stopped + 1);
    }
}
