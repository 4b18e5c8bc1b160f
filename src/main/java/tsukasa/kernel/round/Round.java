package tsukasa.kernel.round;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import tsukasa.kernel.database.Acting;

/// Something the platform looks at every so often, by itself: a bean of the module whose work it is. Every node goes
/// its rounds. So work is taken piece by piece, each claimed in the database, and done once however many nodes look.
///
/// @param name   what its thread, the log and the metrics call it
/// @param every  the pause between two looks
/// @param delay  the longest pause after failures, each of which makes it longer; the pause itself, if that is longer
/// @param acting on whose behalf it asks the database
/// @param first  looks at the start already, and not only after the first pause
/// @param last   looks once more when the platform stops
/// @param bell   rung by whoever has work for it at once
public record Round(
        String name, Duration every, Duration delay, Acting acting, boolean first, boolean last, Bell bell, Work work) {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    @FunctionalInterface
    public interface Work {
        /// Whatever it throws is told in the log, and the next look tries again.
        ///
        /// @param goesOn false once the platform wants to stop: what is left waits for the next look
        void look(BooleanSupplier goesOn) throws Exception;
    }

    public static Round every(Duration every, String name, Work work) {
        return new Round(name, every, LONGEST_DELAY, Acting.NOBODY, false, false, new Bell(), work);
    }

    /// @param actor the id of a [tsukasa.kernel.database.NamedActor]
    public Round as(String actor) {
        return new Round(name, every, delay, Acting.as(actor), first, last, bell, work);
    }

    /// For work that must not stay behind for long once an outage is over.
    public Round delayedByAtMost(Duration longest) {
        return new Round(name, every, longest, acting, first, last, bell, work);
    }

    public Round fromTheStart() {
        return new Round(name, every, delay, acting, true, last, bell, work);
    }

    public Round onceMoreAtTheEnd() {
        return new Round(name, every, delay, acting, first, true, bell, work);
    }

    public Round rungBy(Bell other) {
        return new Round(name, every, delay, acting, first, last, other, work);
    }
}
