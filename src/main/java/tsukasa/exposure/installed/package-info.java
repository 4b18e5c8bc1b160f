/// The version checker: common software of desktops, by the version that somebody reads there.
@NullMarked
package tsukasa.exposure.installed;

import org.jspecify.annotations.NullMarked;
