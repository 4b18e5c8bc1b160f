/// Standing pages: who runs this, how it treats readers and their data, what machines may read.
@NullMarked
package tsukasa.front.about;

import org.jspecify.annotations.NullMarked;
