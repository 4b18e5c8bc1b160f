/// Carries submissions to cases and to the register: rules of the answers, events in a chain, everything in one
/// transaction.
@NullMarked
package tsukasa.scheme.intake;

import org.jspecify.annotations.NullMarked;
