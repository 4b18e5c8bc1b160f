@NullMarked
package tsukasa.front.home;

import org.jspecify.annotations.NullMarked;
