package tsukasa.identity.oidc;

import java.net.URI;

/// Where a provider answers what.
record Metadata(URI authorization, URI token, URI userinfo, URI jwks, boolean saysIssuer) {}
