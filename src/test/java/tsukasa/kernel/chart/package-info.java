@NullMarked
package tsukasa.kernel.chart;

import org.jspecify.annotations.NullMarked;
