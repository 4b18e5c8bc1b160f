/// Taking files in, keeping them under the hash of what lies on the disk, giving them out, and letting them go.
@NullMarked
package tsukasa.files.keeping;

import org.jspecify.annotations.NullMarked;
