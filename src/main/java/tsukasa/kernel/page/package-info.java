/// What every page stands in: its frame, its language, its notices.
@NullMarked
package tsukasa.kernel.page;

import org.jspecify.annotations.NullMarked;
