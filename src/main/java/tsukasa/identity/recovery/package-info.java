/// A way back for who lost everything, in which two administrators must agree and the person can say no.
@NullMarked
package tsukasa.identity.recovery;

import org.jspecify.annotations.NullMarked;
