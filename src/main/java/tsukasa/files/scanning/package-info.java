/// Asking ClamAV whether a file is harmful.
@NullMarked
package tsukasa.files.scanning;

import org.jspecify.annotations.NullMarked;
