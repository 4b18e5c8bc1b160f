package tsukasa.identity.limits;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.TryLimits;

@Component
class CountedTries implements TryLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private final AttemptStore attempts;
    private final Clock clock;

    CountedTries(AttemptStore attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> count(String subject, int limit) {
        Instant now = clock.instant();
        Instant window = Instant.ofEpochSecond(now.getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds());
        int number = attempts.count(subject, window);
        if (number == 1) {
            attempts.forget(now.minus(KEPT));
        }
        return number > limit ? Optional.of(Duration.between(now, window.plus(WINDOW))) : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> countNetwork(String purpose, String client, int limit) {
        return count(purpose + " from " + network(client), limit);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt attempt(String subject, int limit) {
        Instant now = clock.instant();
        AttemptStore.Tries tries = attempts.attempt(subject, limit, now, now.minus(WINDOW));
        return new Attempt(
                tries.attempts(),
                tries.attempts() > limit
                        ? Optional.of(Duration.between(now, tries.since().plus(WINDOW)))
                        : Optional.empty());
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String subject) {
        attempts.succeeded(subject);
    }

    /// One household has one IPv4 address, and 2^64 of IPv6.
    static String network(String client) {
        try {
            byte[] address = InetAddress.ofLiteral(client).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, address.length == 16 ? 8 : 4));
        } catch (IllegalArgumentException unknown) {
            return "unknown";
        }
    }
}
