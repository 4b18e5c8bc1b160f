package tsukasa.hooks;

/// What became of a message that was handed in.
public sealed interface HookQueued {
    record Queued(HookId id) implements HookQueued {}

    /// The same key was there already; nothing is sent a second time.
    record AlreadyThere(HookId id) implements HookQueued {}

    /// There is no such target, or it is stopped.
    record NotSent() implements HookQueued {}
}
