/// 検索: finds documents of other modules by Japanese and English text, by facets and ranges, and says why.
@ApplicationModule(
        displayName = "search",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
