package tsukasa.identity;

import java.util.Optional;

/// Knows whom an API token speaks for.
public interface TokenHolders {
    /// The owner, limited to the token's scopes; empty for a token that is unknown, revoked or over. A `Problem` (429)
    /// when it is used too often.
    Optional<Visitor> holder(String token);
}
