/// The plan to read: its tree, its other targets.
@NullMarked
package tsukasa.plan.outline;

import org.jspecify.annotations.NullMarked;
