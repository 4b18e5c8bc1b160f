/// Charts drawn on the server: SVG with its message as its label, and the same figures as a table.
@NamedInterface
@NullMarked
package tsukasa.kernel.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
