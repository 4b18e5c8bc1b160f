package tsukasa.exposure.osv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.naming.PackageUrl;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Rule;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdicts;

/// Answers questions of OSV by the verdicts of this database. Without a version all that may concern a package is
/// listed; with one, what is certain, and what only the release of a distribution leaves open.
@Service
@Transactional(readOnly = true)
class OsvDesk {
    private static final int WHOLE_PAGE = 100;
    private static final int BRIEF_PAGE = 1000;
    private final Verdicts verdicts;
    private final Entries entries;
    private final OsvRecords records;
    private final JsonMapper json = JsonMapper.builder().build();

    OsvDesk(Verdicts verdicts, Entries entries, OsvRecords records) {
        this.verdicts = verdicts;
        this.entries = entries;
        this.records = records;
    }

    /// One page of a question.
    ///
    /// @param next where the following page begins, 0 if there is none
    private record Hits(List<Long> entries, long next) {
        static Hits of(Set<Long> all, long after, int size) {
            List<Long> rest = all.stream().filter(entry -> entry > after).toList();
            return rest.size() <= size ? new Hits(rest, 0) : new Hits(rest.subList(0, size), rest.get(size - 1));
        }
    }

    ObjectNode query(Query query) {
        Hits hits = hits(List.of(query), WHOLE_PAGE).getFirst();
        ObjectNode answer = json.createObjectNode();
        Map<Long, EntryHead> heads = heads(hits.entries());
        if (!hits.entries().isEmpty()) {
            ArrayNode vulns = answer.putArray("vulns");
            for (Map.Entry<Long, Entry> each : read(hits.entries()).entrySet()) {
                EntryHead head = heads.get(each.getKey());
                if (head != null) {
                    vulns.add(records.record(head, each.getValue()));
                }
            }
        }
        return paged(answer, hits);
    }

    /// Numbers and dates alone, in the order of the questions.
    ObjectNode batch(List<Query> queries) {
        List<Hits> all = hits(queries, BRIEF_PAGE);
        Set<Long> ids = new LinkedHashSet<>();
        all.forEach(hits -> ids.addAll(hits.entries()));
        Map<Long, EntryHead> heads = heads(ids);
        Map<Long, Entry> nameless = read(heads.values().stream()
                .filter(head -> head.cve() == null)
                .map(EntryHead::id)
                .toList());
        ObjectNode answer = json.createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (Hits hits : all) {
            ObjectNode result = results.addObject();
            if (!hits.entries().isEmpty()) {
                ArrayNode vulns = result.putArray("vulns");
                for (long id : hits.entries()) {
                    EntryHead head = heads.get(id);
                    if (head != null) {
                        vulns.addObject()
                                .put("id", records.id(head, nameless.get(id)))
                                .put("modified", head.updated().toString());
                    }
                }
            }
            paged(result, hits);
        }
        return answer;
    }

    ObjectNode vulnerability(String number) {
        List<EntryHead> known = entries.known(number.startsWith("x_") ? number.substring(2) : number);
        EntryHead head = known.stream()
                .filter(each -> each.cve() != null && each.cve().toString().equalsIgnoreCase(number))
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElseThrow(Refusal::unknown);
        Entry entry = entries.find(head.number()).orElseThrow(Refusal::unknown);
        return records.record(head, entry, number);
    }

    private static ObjectNode paged(ObjectNode answer, Hits hits) {
        return hits.next() == 0 ? answer : answer.put("next_page_token", Query.token(hits.next()));
    }

    private List<Hits> hits(List<Query> queries, int size) {
        List<Component> components = new ArrayList<>();
        List<Integer> asking = new ArrayList<>();
        List<Set<Long>> found = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            found.add(new TreeSet<>());
            PackageUrl url = queries.get(i).url();
            if (url != null) {
                components.add(new Component.ByPackage(url));
                asking.add(i);
            }
        }
        verdicts.check(components, verdict -> {
            int query = asking.get(verdict.component());
            if (listed(verdict, queries.get(query).versioned())) {
                found.get(query).add(verdict.entry());
            }
        });
        List<Hits> hits = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            hits.add(Hits.of(found.get(i), queries.get(i).after(), size));
        }
        return hits;
    }

    private static boolean listed(Verdict verdict, boolean versioned) {
        return switch (verdict.answer()) {
            case AFFECTED -> true;
            case NOT_AFFECTED -> false;
            case POSSIBLY -> !versioned || verdict.decisive().rule() == Rule.PLATFORM_UNKNOWN;
        };
    }

    private Map<Long, EntryHead> heads(java.util.Collection<Long> ids) {
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids).forEach(head -> heads.put(head.id(), head));
        return heads;
    }

    /// By the number that the database gives them, which an entry itself does not tell.
    private Map<Long, Entry> read(List<Long> ids) {
        Map<String, Long> numbers = new HashMap<>();
        entries.heads(ids).forEach(head -> numbers.put(head.number().toString(), head.id()));
        Map<Long, Entry> read = new java.util.LinkedHashMap<>();
        entries.read(ids).forEach(entry -> {
            Long id = numbers.get(entry.id().toString());
            if (id != null) {
                read.put(id, entry);
            }
        });
        return read;
    }
}
