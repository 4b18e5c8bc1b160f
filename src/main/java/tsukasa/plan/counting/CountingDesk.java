package tsukasa.plan.counting;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.plan.Count;
import tsukasa.plan.Count.Counted;
import tsukasa.plan.Count.Uncountable;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountedRows;
import tsukasa.plan.Counting;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.RowFacts;
import tsukasa.plan.RowSelection;
import tsukasa.plan.counting.CountStore.Part;
import tsukasa.plan.counting.SourceStamps.Stamps;

/// Counts what changed, remembers what did not. Several counts run side by side, never more than there are processors.
@Service
class CountingDesk implements Counting {
    private static final Logger LOG = LoggerFactory.getLogger(CountingDesk.class);
    private final CountStore store;
    private final SourceStamps stamps;
    private final CountMemory memory;
    private final Clock clock;
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    CountingDesk(CountStore store, SourceStamps stamps, CountMemory memory, Clock clock) {
        this.store = store;
        this.stamps = stamps;
        this.memory = memory;
        this.clock = clock;
    }

    private record Rows(CountRequest request, RowSelection selection, long offset, int limit) {}

    /// How many rows there are does not depend on their order.
    private record Total(CountRequest request, RowSelection selection) {}

    private record Parts(CountRequest request) {}

    private record Facts(CountRequest request) {}

    @Override
    public Map<CountRequest, Count> counts(Collection<CountRequest> requests) {
        Instant now = clock.instant();
        Stamps current = stamps.now(sources(requests));
        Map<CountRequest, Count> counts = new HashMap<>();
        List<CountRequest> open = new ArrayList<>();
        for (CountRequest request : requests) {
            current.of(request.query().sources(), now)
                    .flatMap(stamp -> memory.recall(request, stamp, Count.class))
                    .ifPresentOrElse(count -> counts.put(request, count), () -> open.add(request));
        }
        counts.putAll(count(open, request -> countUnlessKnown(request, current, now)));
        return counts;
    }

    @Override
    public Map<CountRequest, Count> recount(Collection<CountRequest> requests) {
        Stamps current = stamps.now(sources(requests));
        Instant now = clock.instant();
        return count(requests, request -> count(request, current, now));
    }

    private static Set<String> sources(Collection<CountRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.query().sources().stream())
                .collect(Collectors.toSet());
    }

    private Map<CountRequest, Count> count(Collection<CountRequest> requests, Function<CountRequest, Count> counter) {
        Map<CountRequest, Count> counts = new LinkedHashMap<>();
        if (requests.size() < 2) {
            requests.forEach(request -> counts.put(request, inPlace(request, counter)));
            return counts;
        }
        Map<CountRequest, Future<Count>> running = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach(request ->
                    running.computeIfAbsent(request, r -> workers.submit(() -> inPlace(r, counter))));
        }
        running.forEach((request, count) -> counts.put(request, finished(count)));
        return counts;
    }

    private static Count finished(Future<Count> count) {
        try {
            return count.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while counting", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private Count inPlace(CountRequest request, Function<CountRequest, Count> counter) {
        places.acquireUninterruptibly();
        try {
            return counter.apply(request);
        } finally {
            places.release();
        }
    }

    /// Another reader may have counted it while this one waited for its place.
    private Count countUnlessKnown(CountRequest request, Stamps current, Instant now) {
        return current.of(request.query().sources(), now)
                .flatMap(stamp -> memory.recall(request, stamp, Count.class))
                .orElseGet(() -> count(request, current, now));
    }

    private Count count(CountRequest request, Stamps current, Instant now) {
        try {
            Count count = store.count(request, request.knownAt().orElse(now));
            current.of(request.query().sources(), now).ifPresent(stamp -> memory.keep(request, stamp, count));
            return count;
        } catch (RuntimeException failure) {
            return uncountable(failure, request.query(), current);
        }
    }

    private static Uncountable uncountable(RuntimeException failure, CountingQuery query, Stamps current) {
        Uncountable reason = CountingFailure.of(failure, query, current.missing(query.sources()));
        LOG.warn("{} version {} cannot be counted: {}", query.file(), query.version(), failure.getMessage());
        return reason;
    }

    @Override
    public CountedRows rows(CountRequest request, RowSelection selection, long offset, int limit) {
        return remembered(
                new Rows(request, selection, offset, limit),
                request,
                CountedRows.class,
                known -> new CountedRows(
                        store.rows(request, known, selection, offset, limit), total(request, known, selection)));
    }

    /// Without a search, the steps of the count say it already; drafts stand in steps before the last, and in no list.
    private long total(CountRequest request, Instant known, RowSelection selection) {
        boolean whole =
                selection.search().isEmpty() && selection.dimension().isEmpty() && CountStore.lists(request, selection);
        return whole && count(request) instanceof Counted counted
                ? counted.steps().get(selection.step() - 1).rows()
                : remembered(
                        new Total(request, selection),
                        request,
                        Long.class,
                        _ -> store.total(request, known, selection));
    }

    @Override
    public void stream(CountRequest request, RowSelection selection, Consumer<CountedRow> reader) {
        store.stream(request, request.knownAt().orElseGet(clock::instant), selection, reader);
    }

    /// Only a list made by [#parts], so the cast holds.
    @Override
    @SuppressWarnings("unchecked")
    public List<DimensionCount> byDimension(CountRequest request) {
        return remembered(new Parts(request), request, List.class, known -> parts(request, known));
    }

    private List<DimensionCount> parts(CountRequest request, Instant known) {
        Map<Optional<String>, Part> before =
                store.byDimension(request.asOf(request.asOf().minusMonths(1)), known).stream()
                        .collect(Collectors.toMap(Part::dimension, part -> part, (a, b) -> a));
        return store.byDimension(request, known).stream()
                .map(part -> new DimensionCount(
                        part.dimension(),
                        part.rows(),
                        part.amount(),
                        part.denominator(),
                        Optional.ofNullable(before.get(part.dimension()))
                                .map(Part::amount)
                                .orElse(BigInteger.ZERO)))
                .toList();
    }

    @Override
    public RowFacts facts(CountRequest request) {
        return remembered(new Facts(request), request, RowFacts.class, known -> store.facts(request, known));
    }

    private <T> T remembered(Object key, CountRequest request, Class<T> type, Function<Instant, T> work) {
        Instant now = clock.instant();
        Stamps current = stamps.now(sources(List.of(request)));
        Optional<List<String>> stamp = current.of(request.query().sources(), now);
        Optional<T> answer = stamp.flatMap(s -> memory.recall(key, s, type));
        return answer.orElseGet(() -> {
            T fresh =
                    guarded(request, current, () -> work.apply(request.knownAt().orElse(now)));
            stamp.ifPresent(s -> memory.keep(key, s, fresh));
            return fresh;
        });
    }

    private static <T> T guarded(CountRequest request, Stamps current, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failure) {
            Uncountable reason = uncountable(failure, request.query(), current);
            throw new Problem(Kind.UNPROCESSABLE, reason.what(), reason.next());
        }
    }
}
