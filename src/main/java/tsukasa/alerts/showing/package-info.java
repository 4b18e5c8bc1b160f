@NullMarked
package tsukasa.alerts.showing;

import org.jspecify.annotations.NullMarked;
