@NullMarked
package tsukasa.alerts.writing;

import org.jspecify.annotations.NullMarked;
