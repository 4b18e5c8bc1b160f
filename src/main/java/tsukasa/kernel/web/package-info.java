/// How pages and problems reach a browser.
@NullMarked
package tsukasa.kernel.web;

import org.jspecify.annotations.NullMarked;
