/// Alerts by mail, for whoever asked for them.
@NullMarked
package tsukasa.alerts.mailing;

import org.jspecify.annotations.NullMarked;
