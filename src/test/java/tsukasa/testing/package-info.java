/// What tests of every module share: one PostgreSQL for the whole run.
@NullMarked
package tsukasa.testing;

import org.jspecify.annotations.NullMarked;
