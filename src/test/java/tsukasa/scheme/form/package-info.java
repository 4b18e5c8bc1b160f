@NullMarked
package tsukasa.scheme.form;

import org.jspecify.annotations.NullMarked;
