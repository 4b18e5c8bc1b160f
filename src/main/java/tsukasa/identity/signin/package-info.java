/// Signing in by a one-time mail link.
@NullMarked
package tsukasa.identity.signin;

import org.jspecify.annotations.NullMarked;
