package tsukasa.watching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decides about all findings that match a question, however many pages they fill. A few are decided at once; many are
/// taken in parts, by the watchman if nobody else does, so that it goes on whatever happens meanwhile.
public interface MassDecisions {
    /// The most urgent ones, or the newest, as the question orders them; no more at once.
    int MOST = 10_000;

    /// @return empty where nothing matches that a decision is possible about
    Optional<MassDecision> begin(UUID owner, UUID list, FindingQuestion question, String byName, Decision decision);

    Optional<MassDecision> find(UUID owner, long id);

    /// The newest first.
    List<MassDecision> of(UUID owner, UUID list, int most);

    /// Takes it back, where each finding still is as the decision left it. False where it is not done, or undone
    /// already.
    boolean undo(UUID owner, long id);
}
