package tsukasa.scheme.lookup;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts that are dear to make are kept fifty times as long as the making took, at most a minute; cheap ones are made
/// afresh every time. While one visitor waits for a new count, the others get the one before. So it is right on every
/// node without anybody telling anybody.
final class Remembered<K, V> {
    private static final int MOST = 64;
    private static final long CHEAP = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private final Function<K, V> make;
    private final LongSupplier nanos;
    private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true);

    Remembered(Function<K, V> make, LongSupplier nanos) {
        this.make = make;
        this.nanos = nanos;
    }

    private record Made<V>(V value, long at, long took) {
        boolean good(long now) {
            return took >= CHEAP && now - at < Math.min(LONGEST, 50 * took);
        }
    }

    private static final class Slot<V> {
        private final ReentrantLock making = new ReentrantLock();
        private volatile @Nullable Made<V> made;
    }

    V get(K key) {
        Slot<V> slot = slot(key);
        Made<V> before = slot.made;
        if (before != null && before.good(nanos.getAsLong())) {
            return before.value;
        }
        if (before != null && before.took >= CHEAP && !slot.making.tryLock()) {
            return before.value;
        }
        if (!slot.making.isHeldByCurrentThread()) {
            slot.making.lock();
        }
        try {
            Made<V> meanwhile = slot.made;
            return meanwhile != null && meanwhile != before && meanwhile.good(nanos.getAsLong())
                    ? meanwhile.value
                    : made(key, slot);
        } finally {
            slot.making.unlock();
        }
    }

    private V made(K key, Slot<V> slot) {
        long start = nanos.getAsLong();
        V value = make.apply(key);
        long end = nanos.getAsLong();
        slot.made = new Made<>(value, end, end - start);
        return value;
    }

    private Slot<V> slot(K key) {
        synchronized (slots) {
            Slot<V> slot = slots.computeIfAbsent(key, _ -> new Slot<>());
            if (slots.size() > MOST) {
                slots.remove(slots.keySet().iterator().next());
            }
            return slot;
        }
    }
}
