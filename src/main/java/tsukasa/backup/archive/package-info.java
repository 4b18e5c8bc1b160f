/// Writing a backup, checking it, and filling an empty platform from it.
@NullMarked
package tsukasa.backup.archive;

import org.jspecify.annotations.NullMarked;
