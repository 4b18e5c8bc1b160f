package tsukasa.enrichment.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tsukasa.enrichment.editing.EditorPage.Said;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Weaknesses;

/// What each source says, side by side; our own words stand in the form.
record SaidViews(Frame f, Weaknesses weaknesses) {
    private static final int MOST_LINES = 80;
    static final Map<Kind, Text> KINDS = Map.of(
            Kind.TITLE, Text.of("題名", "Title"),
            Kind.OVERVIEW, Text.of("概要", "Overview"),
            Kind.IMPACT, Text.of("想定される影響", "Impact"),
            Kind.SOLUTION, Text.of("対策", "Solution"),
            Kind.WORKAROUND, Text.of("回避策", "Workaround"),
            Kind.EXPLOIT, Text.of("悪用", "Exploitation"),
            Kind.VENDOR, Text.of("ベンダ情報", "Vendor information"),
            Kind.NOTE, Text.of("注記", "Note"));

    List<Said> texts(Entry entry) {
        return each(entry, said -> said.passages().stream().map(this::passage).toList());
    }

    private String passage(Passage passage) {
        String kind = f.say(
                KINDS.getOrDefault(passage.kind(), Text.same(passage.kind().name())));
        String language =
                passage.language() == tsukasa.kernel.Language.JA ? f.say("日本語", "Japanese") : f.say("英語", "English");
        return f.say("［" + kind + "・" + language + "］ ", "[" + kind + ", " + language + "] ") + passage.text();
    }

    List<Said> products(Entry entry) {
        return each(entry, said -> {
            List<String> lines = new Ranges(f).of(said);
            if (lines.size() <= MOST_LINES) {
                return lines;
            }
            List<String> some = new ArrayList<>(lines.subList(0, MOST_LINES));
            int more = lines.size() - MOST_LINES;
            some.add(f.say("ほか" + more + "行", more + " more lines"));
            return some;
        });
    }

    List<Said> scores(Entry entry) {
        return each(entry, said -> said.scores().stream().map(this::score).toList());
    }

    private String score(ScoreClaim claim) {
        String tenths =
                claim.tenths() < 0 ? "–" : BigDecimal.valueOf(claim.tenths(), 1).toPlainString();
        return "CVSS " + claim.version() + "　" + tenths + "　" + claim.vector() + "　" + claim.by();
    }

    List<Said> weaknesses(Entry entry) {
        return each(
                entry,
                said -> said.weaknesses().stream()
                        .map(claim -> weakness(claim.cwe()) + "　" + claim.by())
                        .toList());
    }

    String weakness(String cwe) {
        return weaknesses
                .find(cwe)
                .map(known -> cwe + " " + f.say(known.name()))
                .orElse(cwe);
    }

    private List<Said> each(Entry entry, Function<SourceRecord, List<String>> part) {
        return entry.records().stream()
                .filter(said -> said.feed() != Feed.ANALYST)
                .map(said -> new Said(f.say(said.feed().title()) + "　" + said.key(), part.apply(said)))
                .filter(said -> !said.lines().isEmpty())
                .toList();
    }
}
