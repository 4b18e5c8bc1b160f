/// The orders of versions, one class each, and the ranges that are read, written and asked by them.
@NullMarked
package tsukasa.naming.version;

import org.jspecify.annotations.NullMarked;
