package tsukasa.enrichment;

import java.util.List;
import tsukasa.kernel.page.Fault;
import tsukasa.vulnerability.Entry;

/// What analysts may write, and what becomes of an entry by it.
public interface Enrichments {
    /// As typed, in the one way each thing is written, with all that is wrong.
    Checked check(Enrichment typed);

    /// The entry as it will be told once this is approved.
    Entry told(Entry entry, Enrichment ours);

    /// @param content what could not be read stands as it was typed
    record Checked(Enrichment content, List<Fault> faults) {
        public Checked {
            faults = List.copyOf(faults);
        }
    }
}
