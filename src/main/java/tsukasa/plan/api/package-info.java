/// The plan as JSON.
@NullMarked
package tsukasa.plan.api;

import org.jspecify.annotations.NullMarked;
