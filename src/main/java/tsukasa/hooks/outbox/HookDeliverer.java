package tsukasa.hooks.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.round.Bell;
import tsukasa.kernel.round.Round;

/// Carries messages out in the background: at once when one is handed in, else a look every ten seconds. Each attempt
/// has
/// a thread, and no transaction while it travels, so whoever is slow costs a thread and nothing else.
@Component
class HookDeliverer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HookDeliverer.class);
    private static final int AT_ONCE = 48;
    private static final Duration KEPT = Duration.ofDays(30);
    private final MessageStore messages;
    private final Attempts attempts;
    private final Clock clock;
    private final Bell bell = new Bell();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            2 * AT_ONCE, // a thread that has just ended its attempt is still one
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("hook-", 1).factory());

    HookDeliverer(MessageStore messages, Attempts attempts, Clock clock) {
        this.messages = messages;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Bean
    static Round hooksDelivering(HookDeliverer deliverer) {
        return Round.every(Duration.ofSeconds(10), "hook-delivery", _ -> deliverer.sendDue())
                .as(HooksSetup.ACTOR)
                .fromTheStart()
                .rungBy(deliverer.bell);
    }

    @Bean
    static Round hooksTidying(HookDeliverer deliverer) {
        return Round.every(Duration.ofHours(1), "hook-tidying", _ -> deliverer.tidy())
                .as(HooksSetup.ACTOR);
    }

    void wake() {
        bell.ring();
    }

    /// Each attempt that ends rings again, so what waits for a free thread or a free host follows at once.
    ///
    /// @return how many attempts began
    int sendDue() {
        List<Claimed> claimed = messages.claim(UUID.randomUUID(), AT_ONCE - underWay.get(), clock.instant());
        for (Claimed message : claimed) {
            underWay.incrementAndGet();
            threads.execute(() -> send(message));
        }
        return claimed.size();
    }

    private void send(Claimed message) {
        try {
            Walls.as(HooksSetup.ACTOR, () -> attempts.make(message));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the message {} was not tried, and will be: {}",
                    message.id().value(),
                    failure.toString());
        } finally {
            underWay.decrementAndGet();
            bell.ring();
        }
    }

    int underWay() {
        return underWay.get();
    }

    void tidy() {
        Instant now = clock.instant();
        messages.giveUpOlder(now.minus(Schedule.OLDEST), now);
        messages.forgetOlder(now.minus(KEPT));
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
