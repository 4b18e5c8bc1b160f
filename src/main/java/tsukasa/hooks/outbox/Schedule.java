package tsukasa.hooks.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When a message is tried again, how long a target rests, and when either is given up.
record Schedule(RandomGenerator chance) {
    static final Duration OLDEST = Duration.ofDays(4);
    static final Duration LONGEST_SILENCE = Duration.ofDays(5);
    static final int FEWEST_FAILURES = 10;
    static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /// @param attempts how many were made, this one with them
    /// @param wish     how long the receiver asks to be left alone
    Optional<Instant> next(int attempts, @Nullable Duration wish, Instant queuedAt, Instant now) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Instant next = now.plus(longer(shaken(PAUSES.get(attempts - 1)), wish));
        return Optional.of(next).filter(instant -> instant.isBefore(queuedAt.plus(OLDEST)));
    }

    /// @param failures how many there were, one after the other
    Duration rest(int failures, @Nullable Duration wish) {
        Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, 10));
        return longer(shaken(doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled), wish);
    }

    boolean stops(int failures, Instant failingSince, Instant now) {
        return failures >= FEWEST_FAILURES && !now.isBefore(failingSince.plus(LONGEST_SILENCE));
    }

    private static Duration longer(Duration ours, @Nullable Duration wish) {
        if (wish == null || wish.compareTo(ours) < 0) {
            return ours;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }

    /// A fifth more or less, so that receivers that were away together are not called together.
    private Duration shaken(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * chance.nextDouble(0.8, 1.2)));
    }
}
