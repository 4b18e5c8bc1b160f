@NullMarked
package tsukasa.advisories.news;

import org.jspecify.annotations.NullMarked;
