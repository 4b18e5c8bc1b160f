/// Actions: promised in follow-ups and meetings, followed in their owners' lists.
@NullMarked
package tsukasa.cycle.action;

import org.jspecify.annotations.NullMarked;
