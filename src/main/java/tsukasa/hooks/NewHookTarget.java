package tsukasa.hooks;

/// A target that was just taken in.
///
/// @param secret shown to its owner this once
public record NewHookTarget(HookTargetId id, HookSecret secret) {}
