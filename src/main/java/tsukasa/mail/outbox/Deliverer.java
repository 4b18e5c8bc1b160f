package tsukasa.mail.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.kernel.round.Bell;
import tsukasa.kernel.round.Round;
import tsukasa.mail.outbox.Carrier.CarrierAway;

/// Carries letters out in the background: at once when one is handed in, else a look every half minute. Each letter is
/// recorded in its own transaction, so a kill in the middle repeats one letter at most, under the same Message-ID.
@Component
class Deliverer {
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private final LetterStore letters;
    private final Carrier carrier;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Bell bell = new Bell();

    Deliverer(LetterStore letters, Carrier carrier, TransactionOperations transactions, Clock clock) {
        this.letters = letters;
        this.carrier = carrier;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round delivering(Deliverer deliverer) {
        return Round.every(Duration.ofSeconds(30), "mail-delivery", _ -> deliverer.deliverAll())
                .as(Counter.POST)
                .fromTheStart()
                .rungBy(deliverer.bell);
    }

    void wake() {
        bell.ring();
    }

    /// @return how many letters left
    int deliverAll() throws CarrierAway {
        if (!letters.anyDue(clock.instant())) {
            return 0;
        }
        int left = 0;
        try (Carrier.Round round = carrier.start()) {
            while (deliverNext(round)) {
                left++;
            }
        }
        return left;
    }

    private boolean deliverNext(Carrier.Round round) throws CarrierAway {
        Attempt attempt = transactions.execute(_ -> attempt(round));
        return switch (attempt) {
            case Attempt.Made _ -> true;
            case Attempt.NothingDue _ -> false;
            case Attempt.Stopped stopped -> throw stopped.reason();
        };
    }

    private Attempt attempt(Carrier.Round round) {
        Optional<Waiting> next = letters.holdNext(clock.instant());
        if (next.isEmpty()) {
            return new Attempt.NothingDue();
        }
        try {
            record(next.get(), round.handOver(next.get()));
            return new Attempt.Made();
        } catch (CarrierAway e) {
            return new Attempt.Stopped(e);
        }
    }

    private void record(Waiting waiting, Handover handover) {
        switch (handover) {
            case Handover.Taken _ -> letters.taken(waiting.id(), clock.instant(), carrier.leavesTheHouse());
            case Handover.Refused refused -> letters.giveUp(waiting.id(), refused.reason());
            case Handover.NotNow notNow -> later(waiting, notNow.reason());
        }
    }

    private void later(Waiting waiting, String reason) {
        if (waiting.attempts() >= RETRIES.size()) {
            letters.giveUp(waiting.id(), reason);
        } else {
            letters.tryLater(waiting.id(), clock.instant().plus(RETRIES.get(waiting.attempts())), reason);
        }
    }

    private sealed interface Attempt {
        record Made() implements Attempt {}

        record NothingDue() implements Attempt {}

        record Stopped(CarrierAway reason) implements Attempt {}
    }
}
