package tsukasa.plan.counting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.database.Walls;
import tsukasa.plan.Count.Counted;
import tsukasa.plan.Count.Uncountable;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.Counting;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;

/// Freezes only what can be counted: a definition that fails does so in a read-only transaction of its own, before the
/// caller's is touched.
@Service
class FreezingDesk implements FrozenCounts {
    private static final Logger LOG = LoggerFactory.getLogger(FreezingDesk.class);
    private final FrozenStore store;
    private final Counting counting;
    private final TransactionTemplate readOnly;
    private final Clock clock;

    FreezingDesk(FrozenStore store, Counting counting, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.counting = counting;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    @Transactional
    public Freezing freeze(CountRequest request, Instant knownAt) {
        CountRequest known = new CountRequest(request.query(), request.from(), request.asOf(), Optional.of(knownAt));
        return switch (counting.count(known)) {
            case Uncountable reason -> new Freezing.NotCounted(reason);
            case Counted counted ->
                new Freezing.Frozen(Walls.as(Walls.COUNTING, () -> store.freeze(request, knownAt, clock.instant())));
        };
    }

    @Override
    public Optional<FrozenCount> find(long id) {
        return store.find(id);
    }

    @Override
    public boolean intact(long id) {
        return reading(() -> store.intact(id));
    }

    @Override
    public Comparison compare(FrozenCount frozen, CountingQuery query, Knowledge knowledge, int most) {
        Instant knownAt = switch (knowledge) {
            case OF_THEN -> frozen.knownAt();
            case OF_NOW -> clock.instant();
        };
        try {
            FrozenStore.Differences found = reading(() -> store.compare(frozen, query, knownAt, most));
            return found.none()
                    ? new Comparison.Same()
                    : new Comparison.Different(found.now(), found.added(), found.gone(), found.other(), found.rows());
        } catch (RuntimeException failure) {
            LOG.warn("{} cannot be compared: {}", query.file(), failure.getMessage());
            return new Comparison.NotCounted(CountingFailure.of(failure, query, Optional.empty()));
        }
    }

    @Override
    public void stream(long id, Consumer<CountedRow> reader) {
        readOnly.executeWithoutResult(status -> store.stream(id, reader));
    }

    @Override
    public Map<Long, FrozenCount> find(Collection<Long> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(FrozenCount::id, Function.identity()));
    }

    private <T> T reading(Supplier<T> work) {
        T answer = Walls.as(Walls.COUNTING, () -> readOnly.execute(status -> work.get()));
        if (answer == null) {
            throw new IllegalStateException("a comparison without an answer");
        }
        return answer;
    }
}
