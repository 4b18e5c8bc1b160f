package tsukasa.hooks;

import java.time.Duration;

/// What became of a wish to test.
public sealed interface HookTestOutcome {
    /// On its way; [Hooks#deliveries] tells how it went.
    record OnItsWay(HookId id) implements HookTestOutcome {}

    /// Tests go to machines of others: a few in a quarter of an hour.
    record TooOften(Duration pause) implements HookTestOutcome {}

    /// There is no such target, or it is stopped.
    record NotSent() implements HookTestOutcome {}
}
