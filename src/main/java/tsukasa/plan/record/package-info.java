/// Results entered by people: records, evidence, approval.
@NullMarked
package tsukasa.plan.record;

import org.jspecify.annotations.NullMarked;
