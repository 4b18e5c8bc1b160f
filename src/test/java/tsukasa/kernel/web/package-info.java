@NullMarked
package tsukasa.kernel.web;

import org.jspecify.annotations.NullMarked;
