/// Reading and writing package URLs.
@NullMarked
package tsukasa.naming.purl;

import org.jspecify.annotations.NullMarked;
