@NullMarked
package tsukasa.alerts.reading;

import org.jspecify.annotations.NullMarked;
