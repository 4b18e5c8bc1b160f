package tsukasa.search.lucene;

import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import tsukasa.search.SearchAnswer;

/// All documents that a question finds, and the counts it wants of them.
record Narrowed(FixedBitSet documents, int total, List<SearchAnswer.Facet> facets) {}
