package tsukasa.demo.year;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Closing;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.SimulatedClock;

/// Closes what is over by the time of the demonstration: the first quarter and the first half. The third waits for the
/// visitor.
@Component
class ClosedPeriods {
    private static final FiscalYear YEAR = new FiscalYear(2021);
    private final Closings closings;
    private final Cast cast;

    ClosedPeriods(Closings closings, Cast cast) {
        this.closings = closings;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        Visitor planner = cast.playing(Cast.PLANNER);
        Visitor executive = cast.playing(Cast.EXECUTIVE);
        for (Period.Part part : new Period.Part[] {Period.Part.Q1, Period.Part.H1}) {
            Period period = new Period(YEAR, part);
            Instant proposed = period.end().plus(Duration.ofDays(5)).plus(Duration.ofHours(10));
            Closing closing = clock.at(proposed, () -> done(closings.propose("fy2021", period, planner)));
            clock.at(proposed.plus(Duration.ofDays(2)), () -> done(closings.close(closing.id(), true, executive)));
        }
    }

    private static Closing done(ClosingOutcome outcome) {
        return switch (outcome) {
            case ClosingOutcome.Done(var closing) -> closing;
            case ClosingOutcome.AlreadyThere(var closing) -> closing;
            case ClosingOutcome other -> throw new IllegalStateException("the demonstration was refused: " + other);
        };
    }
}
