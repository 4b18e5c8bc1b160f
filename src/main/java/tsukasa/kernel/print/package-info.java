/// Pages on paper: PDF with embedded fonts, contents and tags, made from the same templates as what is on screen.
@NamedInterface
@NullMarked
package tsukasa.kernel.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
