package tsukasa.kernel.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.kept.Offer;

/// Whole answers by the addresses they belong to, ready to be sent. Those that nobody asked for the longest go first.
@Component
class FrontShelf {
    private static final long MOST_BYTES = 24L * 1024 * 1024;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int AROUND = 3_000;
    private final Map<Place, Ready> shelf = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private long size;

    FrontShelf(MeterRegistry meters) {
        this.meters = meters;
    }

    /// @param address as it was sent, with its question
    record Place(String scheme, String address) {}

    /// @param tag     as the header says it, empty for none
    /// @param headers all that the answer carries, but for those that each answer has of its own
    /// @param pattern the endpoint, as it is counted
    record Ready(
            ByteBuffer packed, String type, String tag, List<Header> headers, String pattern, BooleanSupplier still) {
        Ready {
            headers = List.copyOf(headers);
        }

        /// What does not leave in one piece stands where the network takes it from, and is not copied with each answer.
        static ByteBuffer bytes(byte[] packed) {
            return packed.length <= FrontSetup.WRITTEN_AT_ONCE
                    ? ByteBuffer.wrap(packed)
                    : ByteBuffer.allocateDirect(packed.length).put(packed).flip();
        }

        int size() {
            return packed.limit();
        }
    }

    record Header(String name, String value) {}

    Optional<Ready> find(Place place) {
        Ready ready;
        synchronized (shelf) {
            ready = shelf.get(place);
        }
        if (ready == null) {
            return Optional.empty();
        }
        if (ready.still().getAsBoolean()) {
            return Optional.of(ready);
        }
        drop(place, ready);
        return Optional.empty();
    }

    void put(Place place, Ready ready) {
        if (ready.size() > Offer.LARGEST || place.address().length() > LONGEST_ADDRESS) {
            return;
        }
        synchronized (shelf) {
            size += weight(ready) - weight(shelf.put(place, ready));
            var eldest = shelf.entrySet().iterator();
            while (size > MOST_BYTES && eldest.hasNext()) {
                size -= weight(eldest.next().getValue());
                eldest.remove();
            }
        }
    }

    private void drop(Place place, Ready ready) {
        synchronized (shelf) {
            if (shelf.remove(place, ready)) {
                size -= weight(ready);
            }
        }
    }

    private static int weight(@Nullable Ready ready) {
        return ready == null ? 0 : ready.size() + AROUND;
    }

    /// Counted as every other request is.
    Timer timer(String pattern, boolean known) {
        return timers.computeIfAbsent(
                known ? pattern + " 304" : pattern,
                _ -> Timer.builder("http.server.requests")
                        .tag("error", "none")
                        .tag("exception", "none")
                        .tag("method", "GET")
                        .tag("outcome", known ? "REDIRECTION" : "SUCCESS")
                        .tag("status", known ? "304" : "200")
                        .tag("uri", pattern)
                        .register(meters));
    }
}
