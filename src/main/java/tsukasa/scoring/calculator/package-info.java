@NullMarked
package tsukasa.scoring.calculator;

import org.jspecify.annotations.NullMarked;
