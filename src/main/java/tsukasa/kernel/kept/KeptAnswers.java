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
    private final Map<Q, byte[]> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final ConcurrentMap<Q, CompletableFuture<byte[]>> working = new ConcurrentHashMap<>();
    private long size;

    public KeptAnswers(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public Optional<byte[]> known(Q question) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(question));
        }
    }

    /// The kept answer, compressed; made now where there is none.
    ///
    /// @param made the plain answer
    public byte[] packed(Q question, Supplier<byte[]> made) {
        Optional<byte[]> known = known(question);
        if (known.isPresent()) {
            return known.get();
        }
        CompletableFuture<byte[]> own = new CompletableFuture<>();
        CompletableFuture<byte[]> first = working.putIfAbsent(question, own);
        return first == null ? work(question, made, own) : await(first);
    }

    private byte[] work(Q question, Supplier<byte[]> made, CompletableFuture<byte[]> told) {
        try {
            byte[] packed = known(question).orElseGet(() -> Gzip.pack(made.get()));
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

    private static byte[] await(CompletableFuture<byte[]> working) {
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

    private void keep(Q question, byte[] packed) {
        synchronized (kept) {
            if (kept.putIfAbsent(question, packed) == null) {
                size += packed.length + AROUND;
            }
            var eldest = kept.entrySet().iterator();
            while (size > mostBytes && eldest.hasNext()) {
                size -= eldest.next().getValue().length + AROUND;
                eldest.remove();
            }
        }
    }
}
