@NullMarked
package tsukasa.myjvn.feeds;

import org.jspecify.annotations.NullMarked;
