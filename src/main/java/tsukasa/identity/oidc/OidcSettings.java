package tsukasa.identity.oidc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tsukasa.identity.Role;

/// The providers an operator sets under `tsukasa.oidc.<name>.`, as they are written.
@ConfigurationProperties("tsukasa")
record OidcSettings(@DefaultValue Map<String, One> oidc) {
    /// How this platform proves to the provider who it is: by a secret both know (RFC 6749 §2.3.1), or by a key that
    /// only this platform has (RFC 7523 §2.2).
    enum TokenAuth {
        BASIC,
        POST,
        PRIVATE_KEY_JWT
    }

    /// @param endpoints found through the issuer where they are not named
    /// @param privateKey a file with a JSON Web Key, for `PRIVATE_KEY_JWT`
    /// @param roles     of `staff`: which group at the provider has which roles here
    /// @param twoProofs of `staff`: values of `acr` or `amr` by which the provider says that two things were proved
    /// @param keep      of `digital-auth-app`: which of name, address, birthdate, gender is asked for and kept
    record One(
            @Nullable Kind kind,
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue Endpoints endpoints,
            @Nullable Path privateKey,
            @DefaultValue("BASIC") TokenAuth tokenAuth,
            @DefaultValue Titles title,
            @DefaultValue List<String> scopes,
            @DefaultValue("groups") String groupsClaim,
            @DefaultValue Map<String, List<Role>> roles,
            @DefaultValue List<String> twoProofs,
            @DefaultValue("name") List<String> keep,
            @DefaultValue("5s") Duration timeout) {
        /// The secret stays out of logs.
        @Override
        public String toString() {
            return kind + " at " + issuer;
        }
    }

    record Endpoints(
            @DefaultValue("") String authorization,
            @DefaultValue("") String token,
            @DefaultValue("") String userinfo,
            @DefaultValue("") String jwks) {}

    record Titles(
            @DefaultValue("") String ja, @DefaultValue("") String en) {}
}
