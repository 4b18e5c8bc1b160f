package tsukasa.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Knows whom somebody may act for because their organisation was given a mandate.
public interface Mandates {
    /// Right now: accepted, not ended, not past its last day, and the person still belongs to the delegate.
    Optional<Mandate> of(UUID person, UUID giver);

    List<Held> held(UUID person);

    /// @param giver for whom one may act
    record Held(UUID giver, Mandate mandate) {}
}
