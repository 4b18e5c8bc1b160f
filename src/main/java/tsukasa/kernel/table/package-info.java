/// Tables that leave the platform as files.
@NullMarked
package tsukasa.kernel.table;

import org.jspecify.annotations.NullMarked;
