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
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.enrichment.Enrichments;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.bulk.BulkForm.Numbered;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssVector;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.ScoreClaim;
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
    private final CvssReader vectors;

    BulkDesk(Entries entries, Proposals proposals, Enrichments rules, Drafting drafting, CvssReader vectors) {
        this.entries = entries;
        this.proposals = proposals;
        this.rules = rules;
        this.drafting = drafting;
        this.vectors = vectors;
    }

    /// @param place which of the typed numbers it is
    record Refused(int place, String number, Text why) {}

    /// @param notes of an entry that changes, what of the change it leaves out, and why
    record Preview(List<Proposal.Item> accepted, List<Refused> refused, Map<Long, List<Text>> notes) {}

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
        return new Read(others(typed, plain.content().cwes(), product, known, alias, faults), faults);
    }

    private BulkChange others(
            BulkChange typed, List<String> cwes, Affected product, String known, String alias, List<Fault> faults) {
        List<String> vectors = typed.vector().isEmpty() ? List.of() : List.of(typed.vector());
        Enrichments.Checked checked = rules.check(Enrichment.NONE
                .withVectors(vectors)
                .withSolution(typed.solutionJa(), typed.solutionEn())
                .withReferences(typed.references()));
        for (Fault fault : checked.faults()) {
            String field = fault.field().startsWith("cvss-")
                    ? "vector"
                    : fault.field().startsWith("reference-") ? "references" : fault.field();
            faults.add(new Fault(field, fault.sentence()));
        }
        Enrichment read = checked.content();
        return new BulkChange(
                typed.texts(),
                cwes,
                product,
                known,
                alias,
                read.vectors().isEmpty() ? "" : read.vectors().getFirst(),
                read.solutionJa(),
                read.solutionEn(),
                read.references(),
                typed.where());
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
        Map<Long, List<Text>> notes = new HashMap<>();
        List<Long> all = List.copyOf(ids.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<EntryId, Entry> told = new HashMap<>();
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            entries.read(some).forEach(entry -> told.put(entry.id(), entry));
            for (long id : some) {
                EntryHead head = java.util.Objects.requireNonNull(heads.get(id));
                Numbered at = java.util.Objects.requireNonNull(ids.get(id));
                Optional<Text> not = hindered(head, open.get(id));
                List<Text> kept = new ArrayList<>();
                Enrichment before = proposals.now(id);
                Enrichment after = Optional.ofNullable(told.get(head.number()))
                        .map(entry -> changed(change, entry, before, kept))
                        .orElse(before);
                if (not.isPresent()) {
                    refused.add(new Refused(at.place(), at.number(), not.get()));
                } else if (after.equals(before)) {
                    refused.add(
                            new Refused(at.place(), at.number(), kept.isEmpty() ? unchanged(change) : kept.getFirst()));
                } else {
                    accepted.add(new Proposal.Item(
                            accepted.size() + 1, id, head.number().toString(), before, after, Optional.empty()));
                    notes.put(id, kept);
                }
            }
        }
        refused.sort(java.util.Comparator.comparingInt(Refused::place));
        return new Preview(accepted, refused, notes);
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

    private Enrichment changed(BulkChange change, Entry entry, Enrichment before, List<Text> kept) {
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
        after = referred(change, entry, after.withProducts(List.copyOf(lines)));
        return solved(change, entry, scored(change, entry, after, kept), kept);
    }

    private static Enrichment referred(BulkChange change, Entry entry, Enrichment before) {
        List<Link> links = new ArrayList<>(before.references());
        change.references().stream()
                .filter(link -> entry.references().stream()
                        .noneMatch(known -> known.url().equals(link.url())))
                .forEach(links::add);
        return before.withReferences(links);
    }

    private Enrichment scored(BulkChange change, Entry entry, Enrichment before, List<Text> kept) {
        if (change.vector().isEmpty()) {
            return before;
        }
        List<String> others = before.vectors().stream()
                .filter(vector -> !version(vector).equals(version(change.vector())))
                .toList();
        boolean ours = others.size() < before.vectors().size();
        Optional<String> by = entry.scores().stream().map(ScoreClaim::by).findFirst();
        switch (change.where()) {
            case UNSAID -> {
                if (by.isPresent() || !before.vectors().isEmpty()) {
                    kept.add(Text.of(
                            "すでに評価があるため、スコアは加えません（" + by.orElse("") + "）。",
                            "It is scored already (" + by.orElse("") + "), so that no score is added."));
                    return before;
                }
            }
            case UNSAID_BY_US -> {
                if (ours) {
                    kept.add(Text.of(
                            "当機構の評価がすでにあるため、スコアは加えません。", "We have scored it already, so that no score is added."));
                    return before;
                }
            }
            case ALL -> {}
        }
        List<String> vectors = new ArrayList<>(others);
        vectors.add(change.vector());
        return before.withVectors(vectors);
    }

    private String version(String vector) {
        return vectors.read(vector) instanceof CvssReading.Read(CvssVector read, var _)
                ? read.version().number()
                : vector;
    }

    private static Enrichment solved(BulkChange change, Entry entry, Enrichment before, List<Text> kept) {
        return before.withSolution(
                solution(change, entry, Language.JA, change.solutionJa(), before.solutionJa(), kept),
                solution(change, entry, Language.EN, change.solutionEn(), before.solutionEn(), kept));
    }

    private static String solution(
            BulkChange change, Entry entry, Language language, String wanted, String before, List<Text> kept) {
        if (wanted.isEmpty()) {
            return before;
        }
        boolean said = switch (change.where()) {
            case UNSAID ->
                !before.isEmpty() || entry.text(Kind.SOLUTION, language).isPresent();
            case UNSAID_BY_US -> !before.isEmpty();
            case ALL -> false;
        };
        if (said) {
            kept.add(
                    language == Language.JA
                            ? Text.of(
                                    "日本語の対策がすでにあるため、加えません。",
                                    "It has a solution in Japanese already, so that none is added.")
                            : Text.of(
                                    "英語の対策がすでにあるため、加えません。",
                                    "It has a solution in English already, so that none is added."));
        }
        return said ? before : wanted;
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
