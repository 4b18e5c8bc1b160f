package tsukasa.kernel;

import java.time.Clock;

/// The time outside, for the little that must agree with other machines even in a demonstration, whose own clock is
/// simulated: the codes that people's phones make.
public record MachineClock(Clock clock) {
    /// For jobs of the command line, to which nothing is injected.
    public static MachineClock outside() {
        return new MachineClock(Clock.systemUTC());
    }
}
