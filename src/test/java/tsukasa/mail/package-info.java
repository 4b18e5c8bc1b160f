@NullMarked
package tsukasa.mail;

import org.jspecify.annotations.NullMarked;
