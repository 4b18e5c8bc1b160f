/// Staff pages of the importer: texts of plans, what was read from them, what people put right, and what was accepted.
@NullMarked
package tsukasa.plan.importing;

import org.jspecify.annotations.NullMarked;
