package tsukasa.hooks.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookAddressOutcome;
import tsukasa.hooks.HookDelivery;
import tsukasa.hooks.HookId;
import tsukasa.hooks.HookMessage;
import tsukasa.hooks.HookQueued;
import tsukasa.hooks.HookSecret;
import tsukasa.hooks.HookTarget;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTestOutcome;
import tsukasa.hooks.Hooks;
import tsukasa.hooks.NewHookTarget;
import tsukasa.kernel.database.Acts;

/// Where targets are taken in, and messages handed in.
@Component
class HookDesk implements Hooks {
    private static final Duration BOTH_SIGN = Duration.ofDays(1);
    private static final Duration TEST_WINDOW = Duration.ofMinutes(15);
    private static final int TESTS_OF_TARGET = 5;
    private static final int TESTS_OF_HOST = 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final TargetStore targets;
    private final MessageStore messages;
    private final Seals seals;
    private final Lookups lookups;
    private final HookDeliverer deliverer;
    private final Clock clock;

    HookDesk(
            TargetStore targets,
            MessageStore messages,
            Seals seals,
            Lookups lookups,
            HookDeliverer deliverer,
            Clock clock) {
        this.targets = targets;
        this.messages = messages;
        this.seals = seals;
        this.lookups = lookups;
        this.deliverer = deliverer;
        this.clock = clock;
    }

    @Override
    public HookAddressOutcome read(String typed) {
        return HookAddress.parse(typed, lookups.loopback());
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public NewHookTarget register(HookAddress address, String owner) {
        HookTargetId id = new HookTargetId(UUID.randomUUID());
        HookSecret secret = HookSecret.fresh();
        if (!seals.there() && !targets.any()) {
            seals.make();
        }
        targets.add(id, address, owner, seals.seal(id, secret), clock.instant());
        return new NewHookTarget(id, secret);
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public Optional<HookTarget> find(HookTargetId target) {
        return targets.find(target);
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public boolean move(HookTargetId target, HookAddress address) {
        wakeAfterCommit();
        return targets.move(target, address, clock.instant());
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public Optional<HookSecret> renewSecret(HookTargetId target) {
        HookSecret secret = HookSecret.fresh();
        boolean renewed = targets.renew(
                target, seals.seal(target, secret), clock.instant().plus(BOTH_SIGN));
        return renewed ? Optional.of(secret) : Optional.empty();
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public boolean resume(HookTargetId target) {
        return targets.resume(target, clock.instant());
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public void remove(HookTargetId target) {
        targets.remove(target);
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public HookQueued queue(HookMessage message) {
        Instant now = clock.instant();
        Optional<HookId> added = messages.add(message, body(message, now), now);
        if (added.isPresent()) {
            wakeAfterCommit();
            return new HookQueued.Queued(added.get());
        }
        return messages.find(message.target(), message.key())
                .<HookQueued>map(HookQueued.AlreadyThere::new)
                .orElseGet(HookQueued.NotSent::new);
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public List<HookDelivery> deliveries(HookTargetId target, int most) {
        return messages.list(target, most);
    }

    @Override
    @Transactional
    @Acts(as = HooksSetup.ACTOR)
    public HookTestOutcome test(HookTargetId target) {
        Instant now = clock.instant();
        Optional<Instant> first = messages.testsReach(target, now.minus(TEST_WINDOW), TESTS_OF_TARGET, TESTS_OF_HOST);
        if (first.isPresent()) {
            return new HookTestOutcome.TooOften(
                    Duration.between(now, first.get().plus(TEST_WINDOW)));
        }
        HookMessage message = new HookMessage(target, "test " + UUID.randomUUID(), "test", "{\"test\":true}");
        return switch (queue(message)) {
            case HookQueued.Queued queued -> new HookTestOutcome.OnItsWay(queued.id());
            case HookQueued.AlreadyThere there -> new HookTestOutcome.OnItsWay(there.id());
            case HookQueued.NotSent _ -> new HookTestOutcome.NotSent();
        };
    }

    /// What was handed in is passed on as it was written, once it is known to be one JSON value.
    private static String body(HookMessage message, Instant now) {
        try {
            JSON.readTree(message.data());
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("the data of a message is one JSON value", noJson);
        }
        return "{\"type\":\"" + message.kind() + "\",\"timestamp\":\"" + now + "\",\"data\":" + message.data() + "}";
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliverer.wake();
            }
        });
    }
}
