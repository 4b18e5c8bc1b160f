package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;

/// An entry in VULDEF. The order of the elements is the schema's. Its default for what may be handed on is "private",
/// so that each says that it is public.
@Component
class VulinfoElement {
    private static final Text SEE =
            Text.of("関連情報を確認し、ベンダが示す対策を取ってください。", "See the related information and follow what the vendor advises.");
    private final Drafting drafting;
    private final ScoreReading scores;
    private final AffectedElement affected;
    private final RelatedElement related;

    VulinfoElement(Drafting drafting, ScoreReading scores, AffectedElement affected, RelatedElement related) {
        this.drafting = drafting;
        this.scores = scores;
        this.affected = affected;
        this.related = related;
    }

    void write(Xml xml, Item item, Language language) {
        EntryHead head = item.head();
        Entry entry = item.entry();
        List<AffectedGroups.Group> groups = affected.groups(entry);
        xml.open("Vulinfo", "restriction", "public")
                .text("VulinfoID", head.number().toString())
                .open("VulinfoData")
                .text("Title", head.title().in(language))
                .open("VulinfoDescription")
                .text("Overview", item.overview(language, drafting));
        texts(entry, language, Kind.NOTE, Kind.VENDOR).forEach(text -> xml.text("Detail", text));
        xml.close();
        affected.write(xml, groups, language);
        impact(xml, entry, language);
        solution(xml, entry, groups, language);
        exploit(xml, entry, language);
        related.write(xml, entry, language);
        people(xml, "Credit", entry, Kind.CREDIT);
        people(xml, "Contact", entry, Kind.CONTACT);
        HistoryElement.write(xml, item, language);
        xml.text("DateFirstPublished", Dates.written(head.registered()))
                .text("DateLastUpdated", Dates.written(head.updated()))
                .text("DatePublic", Dates.written(head.published()))
                .close()
                .close();
    }

    /// All of the kinds in the language, each text once; the overview is told already.
    private static SequencedSet<String> texts(Entry entry, Language language, Kind... kinds) {
        SequencedSet<String> texts = new LinkedHashSet<>();
        Stream.of(kinds)
                .flatMap(kind -> entry.passages(kind, language).stream())
                .map(Passage::text)
                .forEach(texts::add);
        return texts;
    }

    /// Scores in the order in which JVN has them: version 2 first.
    private void impact(Xml xml, Entry entry, Language language) {
        xml.open("Impact");
        List<ScoreReading.Told> all = scores.all(entry);
        for (String version : List.of("2.0", "3.0", "4.0")) {
            all.stream()
                    .filter(score -> score.version().equals(version))
                    .forEach(score -> xml.open("Cvss", "version", version)
                            .text("Severity", score.severity(), "type", "Base")
                            .text("Base", score.base().toString())
                            .text("Vector", score.vector())
                            .close());
        }
        SequencedSet<String> told = texts(entry, language, Kind.IMPACT);
        if (told.isEmpty()) {
            told.add(ImpactWords.of(all).in(language));
        }
        told.forEach(text -> xml.open("ImpactItem").text("Description", text).close());
        xml.close();
    }

    private static void solution(Xml xml, Entry entry, List<AffectedGroups.Group> groups, Language language) {
        SequencedSet<String> told = texts(entry, language, Kind.SOLUTION);
        List<String> updates = told.isEmpty() ? updates(groups, language) : List.of();
        told.addAll(updates);
        entry.exploitation()
                .map(Exploitation::action)
                .filter(action -> !action.isBlank() && language == Language.EN)
                .ifPresent(told::add);
        if (told.isEmpty()) {
            told.add(SEE.in(language));
        }
        xml.open("Solution");
        told.forEach(text -> xml.open("SolutionItem").text("Description", text).close());
        texts(entry, language, Kind.WORKAROUND)
                .forEach(text -> xml.open("SolutionItem", "solutiontype", "workaround")
                        .text("Description", text)
                        .close());
        xml.close();
    }

    /// Names are told in whatever language they came.
    private static void people(Xml xml, String element, Entry entry, Kind kind) {
        SequencedSet<String> told = texts(entry, Language.JA, kind);
        told.addAll(texts(entry, Language.EN, kind));
        if (!told.isEmpty()) {
            xml.open(element);
            told.forEach(
                    text -> xml.open(element + "Item").text("Description", text).close());
            xml.close();
        }
    }

    /// Drafted from the versions that have the fix, where nobody wrote it.
    private static List<String> updates(List<AffectedGroups.Group> groups, Language language) {
        List<String> updates = new ArrayList<>();
        for (AffectedGroups.Group group : groups) {
            group.fixed().ifPresent(version -> {
                String name = group.product();
                updates.add(Text.of(
                                name + " を " + version + " 以降に更新してください。",
                                "Update " + name + " to " + version + " or later.")
                        .in(language));
            });
        }
        return updates.stream().distinct().limit(50).toList();
    }

    private static void exploit(Xml xml, Entry entry, Language language) {
        SequencedSet<String> told = texts(entry, language, Kind.EXPLOIT);
        Optional<LocalDate> known = entry.exploitation().map(Exploitation::added);
        if (told.isEmpty() && known.isEmpty()) {
            return;
        }
        xml.open("Exploit");
        known.ifPresent(day -> xml.open("ExploitItem", "exploittype", "exploit")
                .text(
                        "Description",
                        Text.of(
                                        "悪用が確認されています（KEV カタログに " + day + " 掲載）。",
                                        "Known to be exploited (in the KEV catalogue since " + day + ").")
                                .in(language))
                .text("URL", "https://www.cisa.gov/known-exploited-vulnerabilities-catalog")
                .close());
        told.forEach(text -> xml.open("ExploitItem", "exploittype", "unknown")
                .text("Description", text)
                .close());
        xml.close();
    }
}
