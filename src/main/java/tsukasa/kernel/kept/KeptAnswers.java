package tsukasa.kernel.kept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// Answers as they are sent, compressed. A question holds all that its answer depends on, above all the mark of the
/// content, so that an answer never needs to be taken back; those that nobody asked for the longest go first.
///
/// Many who ask the same at once are answered by one computation. If that fails, it fails for all of them, and the
/// next one who asks tries again.
public final class KeptAnswers<Q> {
    /// What a question and its place take besides the answer.
    private static final int AROUND = 500;
    private final long mostBytes;
    private final Map<Q, Packed> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final ConcurrentMap<Q, CompletableFuture<Packed>> working = new ConcurrentHashMap<>();
    private long size;

    public KeptAnswers(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public Optional<Packed> known(Q question) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(question));
        }
    }

    /// The kept answer; made now where there is none.
    public Packed packed(Q question, Supplier<Packed> made) {
        Optional<Packed> known = known(question);
        if (known.isPresent()) {
            return known.get();
        }
        CompletableFuture<Packed> own = new CompletableFuture<>();
        CompletableFuture<Packed> first = working.putIfAbsent(question, own);
        return first == null ? work(question, made, own) : await(first);
    }

    private Packed work(Q question, Supplier<Packed> made, CompletableFuture<Packed> told) {
        try {
            Packed packed = known(question).orElseGet(made);
            keep(question, packed);
            told.complete(packed);
            return packed;
        } catch (RuntimeException | Error e) {
            told.completeExceptionally(e);
            throw e;
        } finally {
            working.remove(question, told);
        }
    }

    private static Packed await(CompletableFuture<Packed> working) {
        try {
            return working.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException same -> throw same;
                case Error same -> throw same;
                case null, default -> throw e;
            }
        }
    }

    private void keep(Q question, Packed packed) {
        synchronized (kept) {
            if (kept.putIfAbsent(question, packed) == null) {
                size += packed.bytes().length + AROUND;
            }
            var eldest = kept.entrySet().iterator();
            while (size > mostBytes && eldest.hasNext()) {
                size -= eldest.next().getValue().bytes().length + AROUND;
                eldest.remove();
            }
        }
    }
}
