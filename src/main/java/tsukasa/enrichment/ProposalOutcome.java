package tsukasa.enrichment;

import java.util.List;
import tsukasa.kernel.page.Fault;

/// How a step of a proposal ended.
public sealed interface ProposalOutcome {
    /// @param refused how many records of many were left out
    record Done(long id, int refused) implements ProposalOutcome {}

    /// Somebody else was faster: it is not as it was seen.
    record Changed() implements ProposalOutcome {}

    /// What our analysts say of the entry has changed since this was written.
    record Stale() implements ProposalOutcome {}

    /// Four eyes: whoever wrote it does not decide about it.
    record OwnWork() implements ProposalOutcome {}

    record Wrong(List<Fault> faults) implements ProposalOutcome {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }
}
