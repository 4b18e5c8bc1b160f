/// Do: monthly reports of departments, who has reported, and reminders.
@NullMarked
package tsukasa.cycle.reporting;

import org.jspecify.annotations.NullMarked;
