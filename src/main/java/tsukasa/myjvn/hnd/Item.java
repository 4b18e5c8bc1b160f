package tsukasa.myjvn.hnd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryLists.Moment;
import tsukasa.vulnerability.Passage.Kind;

/// An entry as it is told, with what the sources say and what happened to it.
///
/// @param moments empty where they are not told
record Item(EntryHead head, Entry entry, List<Moment> moments) {
    /// In the order of the heads.
    static List<Item> of(List<EntryHead> heads, Entries entries, Map<Long, List<Moment>> moments) {
        Collection<Long> ids = heads.stream().map(EntryHead::id).toList();
        Map<String, Entry> whole = new HashMap<>();
        entries.read(ids).forEach(entry -> whole.put(entry.id().toString(), entry));
        List<Item> items = new ArrayList<>(heads.size());
        for (EntryHead head : heads) {
            Entry entry = whole.get(head.number().toString());
            if (entry != null) {
                items.add(new Item(head, entry, moments.getOrDefault(head.id(), List.of())));
            }
        }
        return items;
    }

    /// With the mark that clients filter by, unless the text has it already.
    String overview(Language language, Drafting drafting) {
        String text = entry.text(Kind.OVERVIEW, language)
                .orElseGet(() -> drafting.overview(entry).in(language));
        String mark = head.standing().mark();
        boolean marked = mark.isEmpty() || language != Language.JA || text.startsWith(mark);
        return marked ? text : mark + " " + text;
    }

    /// Where people read it.
    String page(String base, Language language) {
        return page(base, head.number().toString(), language);
    }

    static String page(String base, String number, Language language) {
        return base + "/vulnerabilities/" + number + (language == Language.EN ? "?lang=en" : "");
    }
}
