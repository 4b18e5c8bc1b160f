@NullMarked
package tsukasa.identity.signin;

import org.jspecify.annotations.NullMarked;
