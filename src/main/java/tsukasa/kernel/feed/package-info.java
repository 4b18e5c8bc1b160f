/// News for readers of feeds: what a feed says, and its two forms, Atom and JSON Feed.
@NamedInterface
@NullMarked
package tsukasa.kernel.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
