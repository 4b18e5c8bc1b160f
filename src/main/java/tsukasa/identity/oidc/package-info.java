/// Signing in with an account elsewhere (OpenID Connect): GビズID, デジタル認証アプリ, the staff's own directory.
@NullMarked
package tsukasa.identity.oidc;

import org.jspecify.annotations.NullMarked;
