package tsukasa.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where everything that happens to how people sign in leaves its trace: kept, published as a `SecurityEvent` in the
/// same transaction, and mailed to the person where that is due.
public interface SecurityTrail {
    /// Done by the person.
    void note(UUID person, SecurityEvent.Kind kind, String detail);

    void note(UUID person, SecurityEvent.Kind kind, @Nullable UUID by, String detail);

    /// Newest first.
    List<SecurityEvent> latest(UUID person, int howMany);
}
