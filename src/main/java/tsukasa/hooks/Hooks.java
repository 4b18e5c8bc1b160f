package tsukasa.hooks;

import java.util.List;
import java.util.Optional;

/// 通知の宛先 and what is on its way to them. Whose a target is, who may see it and how many one may have is for the
/// module that keeps it; here it is known by its id.
public interface Hooks {
    /// Reads what somebody typed, by the rules of this installation.
    HookAddressOutcome read(String typed);

    /// Takes a new target in, within the caller's transaction.
    ///
    /// @param owner whose it is, in the words of the module that keeps it, such as `watching/17`; comes with events
    NewHookTarget register(HookAddress address, String owner);

    Optional<HookTarget> find(HookTargetId target);

    /// Sends what comes from now on, and what waits, to another address; a stopped target begins again.
    boolean move(HookTargetId target, HookAddress address);

    /// A new secret. The old one signs beside it for a day, so that a receiver has time to change.
    Optional<HookSecret> renewSecret(HookTargetId target);

    /// A stopped target begins again. False when it is not stopped.
    boolean resume(HookTargetId target);

    /// Takes a target away with everything that was on its way to it.
    void remove(HookTargetId target);

    /// Hands a message in, within the caller's transaction: it leaves after the commit, or never.
    HookQueued queue(HookMessage message);

    /// The last messages, the newest first; what was said is no longer there once it was delivered.
    List<HookDelivery> deliveries(HookTargetId target, int most);

    /// Sends a message of the kind `test` at once, in the same way as any other.
    HookTestOutcome test(HookTargetId target);
}
