/// Passkeys (WebAuthn): added, used, locked when copied, removed.
@NullMarked
package tsukasa.identity.passkey;

import org.jspecify.annotations.NullMarked;
