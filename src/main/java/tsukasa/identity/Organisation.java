package tsukasa.identity;

import java.time.Instant;
import java.util.UUID;

/// 組織: a corporation or a sole proprietor, as registered here.
public record Organisation(UUID id, OrganisationProfile profile, Instant registeredAt) {
    public String name() {
        return profile.name();
    }
}
