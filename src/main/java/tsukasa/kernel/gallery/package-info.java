/// The living style page: every component in every state, drawn by the components themselves.
@NullMarked
package tsukasa.kernel.gallery;

import org.jspecify.annotations.NullMarked;
