@NullMarked
package tsukasa.tools.writing;

import org.jspecify.annotations.NullMarked;
