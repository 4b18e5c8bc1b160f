package tsukasa.myjvn.oka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Told;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selections;

/// getVulnDetailInfo: one entry as an advisory of CSAF, or several within one bundle of STIX. Who turns pages gets
/// STIX, as the documents of the API say.
@Component
class OkaDetails {
    private static final String METHOD = "getVulnDetailInfo";
    private static final int MOST = 10;
    private static final int MOST_JOINED = 50;
    private static final Pattern JOINT = Pattern.compile("[ +]+");
    private final Entries entries;
    private final Selections catalogue;
    private final OkaTold told;
    private final OkaDocuments documents;
    private final OkaStix stix;

    OkaDetails(Entries entries, Selections catalogue, OkaTold told, OkaDocuments documents, OkaStix stix) {
        this.entries = entries;
        this.catalogue = catalogue;
        this.told = told;
        this.documents = documents;
        this.stix = stix;
    }

    byte[] answer(OkaAsked asked) {
        boolean pages = asked.text("startItem").isPresent()
                || asked.text("maxCountItem").isPresent();
        String form = asked.text("ft").orElse(pages ? "jvnstix" : "jvncsaf");
        if (!Set.of("jvncsaf", "jvnstix").contains(form)) {
            throw new OkaRefused(Why.WORD, "ft");
        }
        List<EntryHead> found = found(asked);
        return form.equals("jvncsaf") ? advisory(asked, found) : bundle(asked, found);
    }

    /// Each once. A number that was ours before JVN gave its own leads to its entry.
    private List<EntryHead> found(OkaAsked asked) {
        String joined = asked.text("vulnId").orElseThrow(() -> new OkaRefused(Why.MISSING, "vulnId"));
        List<String> numbers =
                JOINT.splitAsStream(joined).filter(n -> !n.isEmpty()).distinct().toList();
        if (numbers.isEmpty() || numbers.size() > MOST_JOINED) {
            throw new OkaRefused(Why.OUTSIDE, "vulnId");
        }
        Map<Long, EntryHead> found = new LinkedHashMap<>();
        for (String number : numbers) {
            EntryId id = EntryId.read(number).orElseThrow(() -> new OkaRefused(Why.ENTRY, "vulnId"));
            entries.known(id.toString()).forEach(head -> found.putIfAbsent(head.id(), head));
        }
        if (found.isEmpty()) {
            throw new OkaRefused(Why.UNKNOWN, "vulnId");
        }
        return List.copyOf(found.values());
    }

    private byte[] advisory(OkaAsked asked, List<EntryHead> found) {
        if (found.size() > 1) {
            throw new OkaRefused(Why.OUTSIDE, "vulnId");
        }
        return documents.detail(documents(asked, found).getFirst(), Outcome.of(asked, METHOD, 1, 1, 1, 1));
    }

    private byte[] bundle(OkaAsked asked, List<EntryHead> found) {
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST, MOST);
        if (first > found.size()) {
            throw new OkaRefused(Why.OUTSIDE, "startItem");
        }
        List<ObjectNode> all =
                documents(asked, found.stream().skip(first - 1L).limit(size).toList());
        return stix.write(all, Outcome.of(asked, METHOD, MOST, found.size(), all.size(), first));
    }

    private List<ObjectNode> documents(OkaAsked asked, List<EntryHead> heads) {
        List<ObjectNode> all = new ArrayList<>(heads.size());
        for (Told each : told.of(heads)) {
            catalogue
                    .revision(each.head().number())
                    .ifPresent(revision -> all.add(documents.advisory(each, revision, asked.language())));
        }
        if (all.isEmpty()) {
            throw new OkaRefused(Why.UNKNOWN, "vulnId");
        }
        return all;
    }
}
