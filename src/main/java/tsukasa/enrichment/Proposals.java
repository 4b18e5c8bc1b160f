package tsukasa.enrichment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.identity.Visitor;

/// The proposals of analysts. Whether somebody may take part at all is asked at the door; who may do what with which
/// proposal is decided here.
public interface Proposals {
    Optional<Proposal> find(long id);

    /// What is proposed for an entry and not decided yet.
    Optional<Proposal> open(long entry);

    Map<Long, Proposal> open(Collection<Long> entries);

    /// Of an entry, the newest first.
    List<Proposal> of(long entry);

    Listed list(Set<Proposal.State> states, long from, int size);

    long waiting();

    List<Proposal.Item> items(long proposal, long from, int size);

    long items(long proposal);

    /// What our analysts say of an entry now.
    Enrichment now(long entry);

    /// Writes a draft for an entry, begun where there is none.
    ///
    /// @param seen the version that was seen; 0 where there was none
    ProposalOutcome save(long entry, int seen, Enrichment content, Visitor by);

    ProposalOutcome proposeWithdrawal(long entry, String reason, Visitor by);

    /// @param accepted only those that the change concerns, as it would leave them
    ProposalOutcome proposeBulk(String subject, String change, List<Proposal.Item> accepted, Visitor by);

    ProposalOutcome proposeUndo(long approved, String reason, Visitor by);

    ProposalOutcome submit(long id, int seen, String note, Visitor by);

    /// By somebody who wrote it: it can be written in again.
    ProposalOutcome takeBack(long id, int seen, Visitor by);

    ProposalOutcome drop(long id, int seen, Visitor by);

    /// By somebody else, who says why.
    ProposalOutcome giveBack(long id, int seen, String reason, Visitor by);

    /// By somebody else: from now on it is said in public.
    ProposalOutcome approve(long id, int seen, Visitor by);

    /// @param total all of them, not only these
    record Listed(List<Proposal> items, long total) {
        public Listed {
            items = List.copyOf(items);
        }
    }
}
