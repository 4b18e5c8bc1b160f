package tsukasa.hooks;

/// A target is not written to any more; whoever keeps it tells its owner.
///
/// @param why GONE (the receiver said so) or FAILED (nothing arrived for days)
public record HookTargetStopped(HookTargetId target, String owner, HookTargetState why) {}
