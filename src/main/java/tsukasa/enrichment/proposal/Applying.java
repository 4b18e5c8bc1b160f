package tsukasa.enrichment.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.Item;
import tsukasa.enrichment.Proposal.Kind;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.AnalystRecords;
import tsukasa.vulnerability.SourceRecord;

/// Makes what was approved what our analysts say.
@Component
class Applying {
    private static final Text MOVED = Text.of(
            "作成した後に、この脆弱性への追記が変わりました。", "What our analysts say of this entry has changed since this was written.");
    private final AnalystRecords records;
    private final ProposalStore store;

    Applying(AnalystRecords records, ProposalStore store) {
        this.records = records;
        this.store = store;
    }

    sealed interface Result {}

    record Applied(int refused) implements Result {}

    /// The one entry says something else now than what was seen.
    record Moved() implements Result {}

    Enrichment now(long entry) {
        return records.find(entry).map(AnalystWords::read).orElse(Enrichment.NONE);
    }

    /// A proposal about one entry is done or not. Of one about many, those that have moved are left out, and it says
    /// so.
    Result apply(Proposal proposal) {
        List<Item> items = store.items(proposal.id(), 0, Integer.MAX_VALUE);
        List<Item> moved = new ArrayList<>();
        Map<Long, SourceRecord> said = new LinkedHashMap<>();
        List<Long> withdrawn = new ArrayList<>();
        for (Item item : items) {
            if (!now(item.entry()).equals(item.before())) {
                moved.add(refused(item));
            } else if (item.after().isEmpty()) {
                withdrawn.add(item.entry());
            } else {
                said.put(item.entry(), AnalystWords.record(item.number(), item.after()));
            }
        }
        boolean one = proposal.kind() == Kind.EDIT || proposal.kind() == Kind.WITHDRAWAL;
        if (!moved.isEmpty() && one) {
            return new Moved();
        }
        if (!said.isEmpty()) {
            records.put(said);
        }
        if (!withdrawn.isEmpty()) {
            records.withdraw(withdrawn);
        }
        store.write(proposal.id(), moved);
        return new Applied(moved.size());
    }

    private static Item refused(Item item) {
        return new Item(item.place(), item.entry(), item.number(), item.before(), item.after(), Optional.of(MOVED));
    }

    /// The way back from what was done: to what was said before.
    List<Item> undoing(long approved) {
        List<Item> back = new ArrayList<>();
        for (Item item : store.items(approved, 0, Integer.MAX_VALUE)) {
            if (item.refused().isEmpty()) {
                back.add(ProposalStore.item(back.size() + 1, item.entry(), item.number(), item.after(), item.before()));
            }
        }
        return back;
    }
}
