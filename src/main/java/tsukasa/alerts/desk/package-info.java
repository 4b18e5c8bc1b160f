@NullMarked
package tsukasa.alerts.desk;

import org.jspecify.annotations.NullMarked;
