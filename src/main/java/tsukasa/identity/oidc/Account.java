package tsukasa.identity.oidc;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account elsewhere that opens an account here.
///
/// @param label        the name it bore when it was used last
/// @param organisation where the provider placed the person when it was asked last
record Account(
        UUID id,
        String provider,
        String issuer,
        String subject,
        UUID person,
        String label,
        String assurance,
        Map<String, String> kept,
        @Nullable UUID organisation,
        Instant linkedAt,
        Instant lastUsedAt) {}
