package tsukasa.myjvn.oka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Told;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;

/// Entries with all that is told of them, in the order they were asked for.
@Component
class OkaTold {
    private final Entries entries;
    private final Drafting drafting;

    OkaTold(Entries entries, Drafting drafting) {
        this.entries = entries;
        this.drafting = drafting;
    }

    List<Told> of(List<EntryHead> heads) {
        Map<EntryId, Entry> whole = new HashMap<>();
        entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
        List<Told> told = new ArrayList<>(heads.size());
        for (EntryHead head : heads) {
            Entry entry = whole.get(head.number());
            if (entry != null) {
                told.add(new Told(head, entry, drafting));
            }
        }
        return told;
    }
}
