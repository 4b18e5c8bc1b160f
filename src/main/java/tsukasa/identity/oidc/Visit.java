package tsukasa.identity.oidc;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Secret;

/// Somebody on the way to a provider and back. Nonce and code verifier are made of what only the browser knows.
///
/// @param person whose session it was begun in, unless it is to begin one
record Visit(
        Secret cookie,
        Secret state,
        String provider,
        Purpose purpose,
        @Nullable UUID person,
        ReturnPath goOn) {
    enum Purpose {
        SIGN_IN,
        LINK,
        AGAIN
    }

    String nonce() {
        return derived("nonce");
    }

    /// RFC 7636: 43 letters.
    String verifier() {
        return derived("verifier");
    }

    /// `S256`
    String challenge() {
        return base64(Secret.sha256(verifier()));
    }

    private String derived(String what) {
        return base64(Secret.sha256(what + " " + cookie.text() + " " + state.text()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
