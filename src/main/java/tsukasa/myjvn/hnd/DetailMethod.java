package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryLists;

/// Entries by their numbers, in the order of the question. Numbers that nobody has are left out; one that was ours
/// before JVN gave its own still leads to its entry.
@Component
class DetailMethod implements Method {
    private static final int MOST = 10;
    private final Entries entries;
    private final EntryLists lists;
    private final DetailDocument document;

    DetailMethod(Entries entries, EntryLists lists, DetailDocument document) {
        this.entries = entries;
        this.lists = lists;
        this.document = document;
    }

    private record Window(List<String> numbers, int first, int size, Language language) {}

    @Override
    public String name() {
        return "getVulnDetailInfo";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("method", "feed", "lang", "startItem", "maxCountItem", "vulnId");
    }

    @Override
    public Question read(Asked asked, LocalDate today) {
        String joined = asked.text("vulnId").orElseThrow(() -> new Refused(Fault.MISSING, "vulnId"));
        List<String> numbers = Joined.pieces(joined, "vulnId");
        if (numbers.stream().anyMatch(number -> EntryId.read(number).isEmpty())) {
            throw new Refused(Fault.ENTRY, "vulnId");
        }
        Window window = new Window(
                numbers,
                asked.number("startItem", 1, Integer.MAX_VALUE, 1),
                asked.number("maxCountItem", 1, MOST, MOST),
                asked.language());
        return echo -> answer(window, echo);
    }

    private byte[] answer(Window window, Map<String, String> echo) {
        Map<Long, EntryHead> found = new LinkedHashMap<>();
        for (String number : window.numbers()) {
            entries.known(number).forEach(head -> found.putIfAbsent(head.id(), head));
        }
        List<EntryHead> heads = found.values().stream()
                .skip(window.first() - 1L)
                .limit(window.size())
                .toList();
        List<Item> items = Item.of(
                heads, entries, lists.moments(heads.stream().map(EntryHead::id).toList()));
        Outcome outcome = new Outcome(echo, window.language(), MOST, found.size(), items.size(), window.first(), null);
        return items.isEmpty() ? outcome.alone() : document.write(items, outcome);
    }
}
