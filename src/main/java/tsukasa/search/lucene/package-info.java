/// The first engine: an index per collection in the data folder, made by Lucene inside this process.
@NullMarked
package tsukasa.search.lucene;

import org.jspecify.annotations.NullMarked;
