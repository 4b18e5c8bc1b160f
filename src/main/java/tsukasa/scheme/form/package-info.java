/// The public form: from the first question to the confirmed declaration.
@NullMarked
package tsukasa.scheme.form;

import org.jspecify.annotations.NullMarked;
