package tsukasa.enrichment.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichments;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.bulk.BulkForm.Numbered;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;

/// Works out what a change would make of each of many entries, and which it leaves as they are.
@Component
@Transactional(readOnly = true)
class BulkDesk {
    private static final int AT_ONCE = 50;
    private final Entries entries;
    private final Proposals proposals;
    private final Enrichments rules;
    private final Drafting drafting;

    BulkDesk(Entries entries, Proposals proposals, Enrichments rules, Drafting drafting) {
        this.entries = entries;
        this.proposals = proposals;
        this.rules = rules;
        this.drafting = drafting;
    }

    /// @param place which of the typed numbers it is
    record Refused(int place, String number, Text why) {}

    record Preview(List<Proposal.Item> accepted, List<Refused> refused) {}

    /// The change as it is written, with what is wrong with it.
    record Read(BulkChange change, List<Fault> faults) {}

    /// The same rules as for one entry.
    Read read(BulkChange typed) {
        List<Fault> faults = new ArrayList<>();
        Enrichments.Checked plain = rules.check(Enrichment.NONE.withCwes(typed.cwes()));
        faults.addAll(plain.faults());
        Affected product = checked(typed.product(), "product", faults);
        String known = checked(bare(typed.known()), "known", faults).name();
        String alias = checked(bare(typed.alias()), "alias", faults).name();
        if (typed.known().isEmpty() != typed.alias().isEmpty()) {
            faults.add(Fault.of(
                    typed.known().isEmpty() ? "known" : "alias",
                    "元の製品と別名は、両方を書いてください。",
                    "Give both the known product and its other name."));
        } else if (!known.isEmpty() && known.equals(alias)) {
            faults.add(Fault.of("alias", "元の製品と別名が同じです。", "The known product and its other name are the same."));
        }
        return new Read(new BulkChange(typed.texts(), plain.content().cwes(), product, known, alias), faults);
    }

    private static Affected bare(String name) {
        return new Affected(name, "", false, "", false);
    }

    private Affected checked(Affected typed, String field, List<Fault> faults) {
        if (typed.name().isEmpty()) {
            if (!typed.from().isEmpty() || !typed.until().isEmpty()) {
                faults.add(Fault.of(field, "範囲の製品を書いてください。", "Name the product of the range."));
            }
            return typed;
        }
        Enrichments.Checked checked = rules.check(Enrichment.NONE.withProducts(List.of(typed)));
        checked.faults().forEach(fault -> faults.add(new Fault(field, fault.sentence())));
        return checked.content().products().getFirst();
    }

    Preview preview(BulkChange change, List<Numbered> numbers) {
        List<Refused> refused = new ArrayList<>();
        Map<Long, Numbered> ids = new java.util.LinkedHashMap<>();
        for (Numbered each : numbers) {
            find(each, ids, refused);
        }
        Map<Long, Proposal> open = proposals.open(ids.keySet());
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids.keySet()).forEach(head -> heads.put(head.id(), head));
        List<Proposal.Item> accepted = new ArrayList<>();
        List<Long> all = List.copyOf(ids.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<EntryId, Entry> told = new HashMap<>();
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            entries.read(some).forEach(entry -> told.put(entry.id(), entry));
            for (long id : some) {
                EntryHead head = java.util.Objects.requireNonNull(heads.get(id));
                Numbered at = java.util.Objects.requireNonNull(ids.get(id));
                Optional<Text> not = hindered(head, open.get(id));
                Enrichment before = proposals.now(id);
                Enrichment after = Optional.ofNullable(told.get(head.number()))
                        .map(entry -> changed(change, entry, before))
                        .orElse(before);
                if (not.isPresent()) {
                    refused.add(new Refused(at.place(), at.number(), not.get()));
                } else if (after.equals(before)) {
                    refused.add(new Refused(at.place(), at.number(), unchanged(change)));
                } else {
                    accepted.add(new Proposal.Item(
                            accepted.size() + 1, id, head.number().toString(), before, after, Optional.empty()));
                }
            }
        }
        refused.sort(java.util.Comparator.comparingInt(Refused::place));
        return new Preview(accepted, refused);
    }

    private void find(Numbered each, Map<Long, Numbered> ids, List<Refused> refused) {
        List<EntryHead> known = each.number().indexOf('\0') >= 0 ? List.of() : entries.known(each.number());
        if (known.size() != 1) {
            refused.add(new Refused(
                    each.place(),
                    each.number(),
                    known.isEmpty()
                            ? Text.of("この番号の脆弱性は登録されていません。", "There is no entry with this number.")
                            : Text.of(
                                    "この番号の脆弱性がいくつもあります。JVNDB 番号で書いてください。",
                                    "Several entries have this number. Give the JVNDB number.")));
        } else if (ids.putIfAbsent(known.getFirst().id(), each) != null) {
            refused.add(new Refused(
                    each.place(), each.number(), Text.of("前に書いた番号と同じ脆弱性です。", "The same entry stands above already.")));
        }
    }

    private static Optional<Text> hindered(EntryHead head, @org.jspecify.annotations.Nullable Proposal open) {
        if (head.standing() == Standing.REJECTED) {
            return Optional.of(Text.of("取り消された番号です。", "The number was rejected."));
        }
        return open == null
                ? Optional.empty()
                : Optional.of(Text.of(
                        "まだ決まっていない提案があります（" + open.authors() + "）。",
                        "There is a proposal that is not decided yet (" + open.authors() + ")."));
    }

    private static Text unchanged(BulkChange change) {
        return change.known().isEmpty()
                ? Text.of("すでにそうなっているため、変わりません。", "It is so already: nothing would change.")
                : Text.of(
                        "元の製品がないか、すでにそうなっているため、変わりません。",
                        "It does not name the known product, or is so already: nothing would change.");
    }

    private Enrichment changed(BulkChange change, Entry entry, Enrichment before) {
        Enrichment after = change.texts() ? drafted(entry, before) : before;
        if (!change.cwes().isEmpty()) {
            Set<String> cwes = new LinkedHashSet<>(after.cwes());
            change.cwes().stream().filter(cwe -> !entry.cwes().contains(cwe)).forEach(cwes::add);
            after = after.withCwes(List.copyOf(cwes));
        }
        Set<Affected> lines = new LinkedHashSet<>(after.products());
        if (!change.product().name().isEmpty()) {
            lines.add(change.product());
        }
        if (!change.known().isEmpty()) {
            lines.addAll(aliased(change, entry));
        }
        return after.withProducts(List.copyOf(lines));
    }

    private Enrichment drafted(Entry entry, Enrichment before) {
        boolean title = entry.text(Kind.TITLE, Language.JA).isEmpty();
        boolean overview = entry.text(Kind.OVERVIEW, Language.JA).isEmpty();
        return before.withTexts(
                title ? drafting.title(entry).ja() : before.titleJa(),
                before.titleEn(),
                overview ? drafting.overview(entry).ja() : before.overviewJa(),
                before.overviewEn());
    }

    /// The versions of the known product, as the most trusted source that names it says them, under the other name.
    private static List<Affected> aliased(BulkChange change, Entry entry) {
        for (SourceRecord said : entry.records()) {
            Set<Affected> lines = new LinkedHashSet<>();
            Set<String> had = new HashSet<>();
            said.configurations()
                    .forEach(configuration -> configuration.each(match -> {
                        had.add(match.cpe());
                        if (match.vulnerable() && match.cpe().equals(change.known())) {
                            lines.add(under(change.alias(), match));
                        }
                    }));
            if (!lines.isEmpty()) {
                return had.contains(change.alias()) ? List.of() : List.copyOf(lines);
            }
        }
        return List.of();
    }

    private static Affected under(String alias, Match match) {
        String from = match.from();
        String until = match.until();
        return new Affected(
                alias, from == null ? "" : from, match.fromOpen(), until == null ? "" : until, match.untilOpen());
    }
}
