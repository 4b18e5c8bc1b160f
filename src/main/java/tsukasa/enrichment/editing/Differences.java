package tsukasa.enrichment.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichments;
import tsukasa.enrichment.editing.ProposalPage.Difference;
import tsukasa.kernel.Language;
import tsukasa.kernel.page.Comparison.Piece;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.WordDiff;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssVersion;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Weaknesses;

/// 新旧対照: what the entry says now and after approval, field by field; texts word by word.
@Component
class Differences {
    private final Enrichments rules;
    private final CvssReader vectors;
    private final Weaknesses weaknesses;

    Differences(Enrichments rules, CvssReader vectors, Weaknesses weaknesses) {
        this.rules = rules;
        this.vectors = vectors;
        this.weaknesses = weaknesses;
    }

    /// @param before what our analysts say, and after
    List<Difference> of(Frame f, Entry entry, Enrichment before, Enrichment after) {
        Entry was = rules.told(entry, before);
        Entry will = rules.told(entry, after);
        List<Difference> rows = new ArrayList<>();
        for (Kind kind : List.of(Kind.TITLE, Kind.OVERVIEW, Kind.IMPACT, Kind.SOLUTION)) {
            for (Language language : Language.values()) {
                text(rows, f, kind, language, was, will);
            }
        }
        Ranges ranges = new Ranges(f);
        SaidViews said = new SaidViews(f, weaknesses);
        lines(rows, f, f.say("製品とバージョン", "Products and versions"), products(ranges, was), products(ranges, will));
        plain(rows, f.say("代表のスコア", "The score that counts"), counts(f, was), counts(f, will));
        lines(rows, f, f.say("CVSS のベクトル", "CVSS vectors"), scores(f, was), scores(f, will));
        lines(
                rows,
                f,
                f.say("弱点の種類", "Weaknesses"),
                was.cwes().stream().map(said::weakness).toList(),
                will.cwes().stream().map(said::weakness).toList());
        lines(rows, f, f.say("参考情報", "References"), references(was), references(will));
        return rows;
    }

    private static void text(List<Difference> rows, Frame f, Kind kind, Language language, Entry was, Entry will) {
        String before = was.text(kind, language).orElse("");
        String after = will.text(kind, language).orElse("");
        if (!before.equals(after)) {
            WordDiff.Pieces pieces = WordDiff.between(before, after);
            String name = f.say(SaidViews.KINDS.getOrDefault(kind, tsukasa.kernel.Text.same(kind.name())));
            String tag = language == Language.JA ? f.say("（日本語）", " (Japanese)") : f.say("（英語）", " (English)");
            rows.add(new Difference(name + tag, language.tag(), pieces.before(), pieces.after(), 0));
        }
    }

    private static void plain(List<Difference> rows, String part, String before, String after) {
        if (!before.equals(after)) {
            rows.add(new Difference(part, null, List.of(new Piece(before, true)), List.of(new Piece(after, true)), 0));
        }
    }

    /// Only the lines that come or go; how many stay is said beside them.
    private static void lines(List<Difference> rows, Frame f, String part, List<String> before, List<String> after) {
        Set<String> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        Set<String> come = new LinkedHashSet<>(after);
        before.forEach(come::remove);
        if (!gone.isEmpty() || !come.isEmpty()) {
            int same = new LinkedHashSet<>(before).size() - gone.size();
            rows.add(new Difference(part, null, pieces(gone), pieces(come), same));
        }
    }

    private static List<Piece> pieces(Set<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        for (String line : lines) {
            pieces.add(new Piece((pieces.isEmpty() ? "" : "\n") + line, true));
        }
        return pieces;
    }

    private static List<String> products(Ranges ranges, Entry entry) {
        Set<String> lines = new LinkedHashSet<>();
        for (SourceRecord said : entry.records()) {
            lines.addAll(ranges.of(said));
        }
        return List.copyOf(lines);
    }

    private String counts(Frame f, Entry entry) {
        return scored(entry).score().map(claim -> score(f, claim)).orElse(f.say("なし", "none"));
    }

    private List<String> scores(Frame f, Entry entry) {
        return scored(entry).scores().stream()
                .map(claim -> score(f, claim) + "　" + claim.vector() + "　" + claim.by())
                .toList();
    }

    private static String score(Frame f, ScoreClaim claim) {
        String word = CvssVersion.of(claim.version())
                .filter(_ -> claim.tenths() >= 0)
                .map(version -> f.say(version.word(version.severity(claim.tenths()))) + " "
                        + BigDecimal.valueOf(claim.tenths(), 1))
                .orElse("–");
        return "CVSS " + claim.version() + "　" + word;
    }

    /// With the scores that approval would compute.
    private Entry scored(Entry entry) {
        return new Entry(
                entry.id(),
                entry.aliases(),
                entry.records().stream().map(said -> said.scored(vectors)).toList());
    }

    private static List<String> references(Entry entry) {
        return entry.references().stream().map(Differences::link).toList();
    }

    private static String link(Reference link) {
        return link.url() + (link.tags().isEmpty() ? "" : "　" + String.join(" ", link.tags()));
    }
}
