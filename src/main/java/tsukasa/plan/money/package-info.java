/// The arithmetic of the money tables: which figures must agree, and which cell is to blame when they do not.
@NullMarked
package tsukasa.plan.money;

import org.jspecify.annotations.NullMarked;
