package tsukasa.hooks.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.hooks.HookTargetState;
import tsukasa.hooks.HookTargetStopped;
import tsukasa.hooks.HookTrouble;
import tsukasa.kernel.MachineClock;

/// Makes an attempt, and writes down what came of it in a transaction of its own.
@Component
class Attempts {
    private final TargetStore targets;
    private final MessageStore messages;
    private final Seals seals;
    private final Wire wire;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final MachineClock outside;
    private final Schedule schedule = new Schedule(RandomGenerator.getDefault());

    Attempts(
            TargetStore targets,
            MessageStore messages,
            Seals seals,
            Wire wire,
            TransactionOperations transactions,
            ApplicationEventPublisher publisher,
            Clock clock,
            MachineClock outside) {
        this.targets = targets;
        this.messages = messages;
        this.seals = seals;
        this.wire = wire;
        this.transactions = transactions;
        this.publisher = publisher;
        this.clock = clock;
        this.outside = outside;
    }

    Answer make(Claimed message) {
        Answer answer = sent(message);
        transactions.executeWithoutResult(_ -> {
            switch (answer) {
                case Answer.Taken taken -> record(message, taken);
                case Answer.NotTaken notTaken -> record(message, notTaken);
            }
        });
        return answer;
    }

    /// Receivers hold the time against their own clock, so it is the one outside.
    private Answer sent(Claimed message) {
        Instant now = outside.clock().instant();
        String id = message.id().header();
        String signature = seals.open(message.target(), message.secret()).sign(id, now, message.body());
        byte @Nullable [] old = message.oldSecret();
        if (old != null) {
            signature += " " + seals.open(message.target(), old).sign(id, now, message.body());
        }
        Map<String, String> headers = new TreeMap<>(Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", signature));
        try {
            return wire.post(message.address(), headers, message.body(), now);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.none(HookTrouble.INTERRUPTED);
        }
    }

    private void record(Claimed message, Answer.Taken taken) {
        if (messages.delivered(message, taken.status(), clock.instant())) {
            targets.wentWell(message.target());
        }
    }

    private void record(Claimed message, Answer.NotTaken answer) {
        Instant now = clock.instant();
        boolean gone = answer.trouble() == HookTrouble.GONE;
        @Nullable
        Instant next = gone
                ? null
                : schedule.next(message.attempts() + 1, answer.wish(), message.queuedAt(), now)
                        .orElse(null);
        if (!messages.notDelivered(message, answer.trouble(), answer.status(), next, now)
                || answer.trouble() == HookTrouble.INTERRUPTED) {
            return;
        }
        targets.wentWrong(message.target(), now).ifPresent(failing -> {
            if (gone) {
                stop(message, failing, HookTargetState.GONE, now);
            } else if (schedule.stops(failing.failures(), failing.since(), now)) {
                stop(message, failing, HookTargetState.FAILED, now);
            } else {
                targets.rest(message.target(), now.plus(schedule.rest(failing.failures(), answer.wish())));
            }
        });
    }

    private void stop(Claimed message, TargetStore.Failing failing, HookTargetState why, Instant now) {
        targets.stop(message.target(), why, now);
        messages.giveUpAll(message.target(), HookTrouble.STOPPED);
        publisher.publishEvent(new HookTargetStopped(message.target(), failing.owner(), why));
    }
}
