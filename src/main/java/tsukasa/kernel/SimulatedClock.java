package tsukasa.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clock of the demonstration year: ticks in real time, stands still while the platform is off, and never goes
/// back, not even after `kill -9`. It keeps in a file the moment up to which its time may have been given out, always
/// a little ahead, and a later start goes on from there.
public final class SimulatedClock extends Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final ScopedValue<Instant> PINNED = ScopedValue.newInstance();

    private final Path file;
    private final Clock real;
    private Instant simulatedStart;
    private Instant realStart;
    private Instant givenOut;

    /// @param first the time at the very first start
    public SimulatedClock(Path file, Instant first, Clock real) {
        this.file = file;
        this.real = real;
        this.simulatedStart = kept(file, first);
        this.realStart = real.instant();
        this.givenOut = simulatedStart;
    }

    /// What `work` does happens at `instant`, as far as it does it in this thread; everyone else's time goes on.
    public void at(Instant instant, Runnable work) {
        ScopedValue.where(PINNED, instant).run(work);
    }

    public <T> T at(Instant instant, Supplier<T> work) {
        return ScopedValue.where(PINNED, instant).call(work::get);
    }

    /// Everyone's time goes on from `instant`.
    public synchronized void moveTo(Instant instant) {
        simulatedStart = instant;
        realStart = real.instant();
        giveOutUntil(instant.plus(AHEAD));
    }

    @Override
    public Instant instant() {
        return PINNED.isBound() ? PINNED.get() : ticking();
    }

    private synchronized Instant ticking() {
        Instant now = simulatedStart.plus(Duration.between(realStart, real.instant()));
        if (!now.isBefore(givenOut)) {
            giveOutUntil(now.plus(AHEAD));
        }
        return now;
    }

    private void giveOutUntil(Instant instant) {
        givenOut = instant;
        try {
            keep(instant);
        } catch (IOException e) {
            LOG.warn("the simulated time could not be kept in {}: {}", file, e.toString());
        }
    }

    private void keep(Instant instant) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(fresh, instant + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Instant kept(Path file, Instant first) {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : first;
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    file + " should hold the simulated time, such as " + first + "; remove it to begin again", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        giveOutUntil(ticking());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /// The same time, told in another zone.
    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
