@NullMarked
package tsukasa.demo;

import org.jspecify.annotations.NullMarked;
