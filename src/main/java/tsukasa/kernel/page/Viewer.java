package tsukasa.kernel.page;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/// Whoever is signed in, as far as a page's frame needs to know.
public interface Viewer extends Principal {
    UUID id();

    String displayName();

    /// Under which name deeds are written down.
    default String recordedName() {
        return displayName();
    }

    /// Works for the agency: sees the staff menu.
    boolean staff();

    /// @param permission the name of a permission
    boolean may(String permission);

    /// The name of an organisation that one does not belong to and acts for; every page says so.
    default Optional<String> onBehalf() {
        return Optional.empty();
    }

    /// The organisation acted for, if any.
    default Optional<UUID> actsFor() {
        return Optional.empty();
    }
}
