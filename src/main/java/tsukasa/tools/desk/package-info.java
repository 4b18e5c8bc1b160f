@NullMarked
package tsukasa.tools.desk;

import org.jspecify.annotations.NullMarked;
