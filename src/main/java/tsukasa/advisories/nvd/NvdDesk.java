package tsukasa.advisories.nvd;

import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.advisories.Told;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.vulnerability.Component.ByCpe;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entries.Listed;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryQuestion.Span;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

/// Answers as NVD does. What sources say of two thousand entries may be a hundred megabytes, so it is read and written
/// a few entries at a time.
@Component
class NvdDesk {
    private static final int AT_A_TIME = 100;
    private static final int MOST_FOUND = 50_000;
    private final Selections catalogue;
    private final Entries entries;
    private final Verdicts verdicts;
    private final CpeNames names;
    private final Drafting drafting;
    private final NvdRecord records;
    private final FormerRecord formerRecords;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    NvdDesk(
            Selections catalogue,
            Entries entries,
            Verdicts verdicts,
            CpeNames names,
            Drafting drafting,
            NvdRecord records,
            FormerRecord formerRecords,
            Clock clock) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.verdicts = verdicts;
        this.names = names;
        this.drafting = drafting;
        this.records = records;
        this.formerRecords = formerRecords;
        this.clock = clock;
    }

    long mark() {
        return entries.mark();
    }

    Listed find(NvdAsked asked) {
        Selection question = new Selection(
                ids(asked),
                numbers(asked),
                true,
                false,
                asked.v2(),
                asked.v3(),
                asked.v4(),
                null,
                asked.cwe(),
                asked.exploited(),
                asked.withoutRejected(),
                asked.published(),
                asked.updated(),
                null,
                null,
                null,
                Span.OPEN,
                asked.vector());
        return catalogue.list(question, asked.from(), asked.size());
    }

    private @Nullable Set<Long> ids(NvdAsked asked) {
        Set<Long> ids = new HashSet<>();
        if (asked.cve() != null) {
            String cve = asked.cve().toString();
            entries.known(cve).stream()
                    .filter(head -> head.cve() != null && head.cve().toString().equals(cve))
                    .forEach(head -> ids.add(head.id()));
        }
        if (asked.cpeName() != null) {
            Set<Long> concerned = concerned(asked.cpeName(), asked.vulnerable());
            if (asked.cve() == null) {
                return concerned;
            }
            ids.retainAll(concerned);
        }
        return asked.cve() == null ? null : ids;
    }

    /// By version, not by words. What only another product beside it decides is left open by the name alone: it counts
    /// unless what is surely vulnerable is asked for.
    private Set<Long> concerned(String cpeName, boolean vulnerable) {
        if (!(names.read(cpeName) instanceof CpeReading.Read read)) {
            throw NvdRefusal.invalid("cpeName");
        }
        Set<Long> concerned = new HashSet<>();
        verdicts.check(List.of(new ByCpe(read.name())), verdict -> {
            if (verdict.answer() == Answer.AFFECTED || !vulnerable && verdict.answer() == Answer.POSSIBLY) {
                concerned.add(verdict.entry());
            }
        });
        return concerned;
    }

    private @Nullable Set<EntryId> numbers(NvdAsked asked) {
        if (asked.keyword() == null) {
            return null;
        }
        return catalogue
                .having(asked.keyword(), asked.exact(), MOST_FOUND)
                .orElseThrow(() -> new NvdRefusal("Too many results for keywordSearch: please narrow it."));
    }

    void write(NvdAsked asked, Listed listed, OutputStream out) {
        try (JsonGenerator writer = begin(out, listed.heads().size(), asked.from(), listed.total())) {
            write(writer, listed.heads());
            end(writer);
        }
    }

    /// All of a question, however many.
    void writeAll(Selection question, long total, OutputStream out) {
        try (JsonGenerator writer = begin(out, total, 0, total)) {
            all(question, heads -> write(writer, heads));
            end(writer);
        }
    }

    /// The same in the shape of feed 1.1.
    void writeFormer(Selection question, long total, OutputStream out) {
        try (JsonGenerator writer = json.createGenerator(out)) {
            writer.writeStartObject();
            writer.writeStringProperty("CVE_data_type", "CVE");
            writer.writeStringProperty("CVE_data_format", "MITRE");
            writer.writeStringProperty("CVE_data_version", "4.0");
            writer.writeStringProperty("CVE_data_numberOfCVEs", String.valueOf(total));
            writer.writeStringProperty("CVE_data_timestamp", FormerRecord.written(clock.instant()));
            writer.writeArrayPropertyStart("CVE_Items");
            all(question, heads -> {
                for (Told told : told(heads)) {
                    told.head()
                            .ofCve()
                            .ifPresent(cve -> json.writeTree(writer, formerRecords.of(cve.toString(), told)));
                }
            });
            end(writer);
        }
    }

    private void all(Selection question, Consumer<List<EntryHead>> taker) {
        long after = 0;
        List<EntryHead> heads = catalogue.after(question, after, AT_A_TIME);
        while (!heads.isEmpty()) {
            taker.accept(heads);
            after = heads.getLast().id();
            heads = catalogue.after(question, after, AT_A_TIME);
        }
    }

    private JsonGenerator begin(OutputStream out, long size, long from, long total) {
        JsonGenerator writer = json.createGenerator(out);
        writer.writeStartObject();
        writer.writeNumberProperty("resultsPerPage", size);
        writer.writeNumberProperty("startIndex", from);
        writer.writeNumberProperty("totalResults", total);
        writer.writeStringProperty("format", "NVD_CVE");
        writer.writeStringProperty("version", "2.0");
        writer.writeStringProperty("timestamp", NvdRecord.written(clock.instant()));
        writer.writeArrayPropertyStart("vulnerabilities");
        return writer;
    }

    private static void end(JsonGenerator writer) {
        writer.writeEndArray();
        writer.writeEndObject();
    }

    private void write(JsonGenerator writer, List<EntryHead> heads) {
        for (int from = 0; from < heads.size(); from += AT_A_TIME) {
            List<EntryHead> some = heads.subList(from, Math.min(heads.size(), from + AT_A_TIME));
            for (Told told : told(some)) {
                told.head().ofCve().ifPresent(cve -> json.writeTree(writer, records.of(cve.toString(), told)));
            }
        }
    }

    private List<Told> told(List<EntryHead> heads) {
        Map<EntryId, Entry> whole = new HashMap<>();
        entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
        List<Told> told = new ArrayList<>(heads.size());
        for (EntryHead head : heads) {
            Optional.ofNullable(whole.get(head.number())).ifPresent(entry -> told.add(new Told(head, entry, drafting)));
        }
        return told;
    }
}
