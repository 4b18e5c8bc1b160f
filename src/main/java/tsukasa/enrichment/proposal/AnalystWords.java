package tsukasa.enrichment.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.kernel.Language;
import tsukasa.naming.VersionScheme;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Configuration.Operator;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.VersionSpan;
import tsukasa.vulnerability.WeaknessClaim;

/// An addition as a record of the feed ANALYST, and back.
final class AnalystWords {
    private static final String BY = "analyst";
    private static final String BEGINNING = "0";
    private static final String NEVER = "*";
    private static final int UNSCORED = -1;

    private AnalystWords() {}

    static SourceRecord record(String key, Enrichment ours) {
        List<Match> matches = ours.products().stream()
                .filter(line -> !line.packaged())
                .map(AnalystWords::match)
                .toList();
        return new SourceRecord(
                Feed.ANALYST,
                key,
                List.of(),
                Standing.PUBLISHED,
                null,
                null,
                passages(ours),
                ours.vectors().stream()
                        .map(vector -> new ScoreClaim(BY, true, vector, UNSCORED))
                        .toList(),
                ours.cwes().stream().map(cwe -> new WeaknessClaim(BY, cwe)).toList(),
                ours.references().stream().map(AnalystWords::reference).toList(),
                matches.isEmpty() ? List.of() : List.of(new Configuration(Operator.ANY, false, List.of(), matches)),
                packages(ours.products()),
                List.of(),
                null);
    }

    private static List<Passage> passages(Enrichment ours) {
        return Stream.of(
                        new Passage(Kind.TITLE, Language.JA, BY, ours.titleJa()),
                        new Passage(Kind.TITLE, Language.EN, BY, ours.titleEn()),
                        new Passage(Kind.OVERVIEW, Language.JA, BY, ours.overviewJa()),
                        new Passage(Kind.OVERVIEW, Language.EN, BY, ours.overviewEn()),
                        new Passage(Kind.SOLUTION, Language.JA, BY, ours.solutionJa()),
                        new Passage(Kind.SOLUTION, Language.EN, BY, ours.solutionEn()))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }

    private static Reference reference(Link link) {
        return new Reference(link.url(), link.name(), link.tag().isEmpty() ? List.of() : List.of(link.tag()));
    }

    private static Match match(Affected line) {
        return new Match(
                line.name(),
                true,
                line.from().isEmpty() ? null : line.from(),
                line.fromOpen(),
                line.until().isEmpty() ? null : line.until(),
                line.untilOpen());
    }

    private static List<AffectedProduct> packages(List<Affected> lines) {
        return lines.stream()
                .filter(Affected::packaged)
                .map(Affected::name)
                .distinct()
                .map(name -> packaged(
                        name,
                        lines.stream().filter(line -> line.name().equals(name)).toList()))
                .toList();
    }

    private static AffectedProduct packaged(String purl, List<Affected> lines) {
        String type = purl.substring("pkg:".length(), purl.indexOf('/'));
        String scheme = VersionScheme.named(type).map(VersionScheme::type).orElse(null);
        return new AffectedProduct(
                BY,
                "",
                purl.substring(purl.indexOf('/') + 1),
                purl,
                List.of(),
                List.of(),
                Effect.UNAFFECTED,
                lines.stream().map(line -> span(line, scheme)).toList());
    }

    private static VersionSpan span(Affected line, @Nullable String scheme) {
        String from = line.from().isEmpty() ? BEGINNING : line.from();
        if (line.single()) {
            return new VersionSpan(Effect.AFFECTED, from, null, false, scheme, List.of());
        }
        boolean endless = line.until().isEmpty();
        return new VersionSpan(
                Effect.AFFECTED, from, endless ? NEVER : line.until(), !endless && line.untilOpen(), scheme, List.of());
    }

    static Enrichment read(SourceRecord said) {
        return new Enrichment(
                text(said, Kind.TITLE, Language.JA),
                text(said, Kind.TITLE, Language.EN),
                text(said, Kind.OVERVIEW, Language.JA),
                text(said, Kind.OVERVIEW, Language.EN),
                text(said, Kind.SOLUTION, Language.JA),
                text(said, Kind.SOLUTION, Language.EN),
                lines(said),
                each(said.scores(), ScoreClaim::vector),
                each(said.weaknesses(), WeaknessClaim::cwe),
                each(
                        said.references(),
                        link -> new Link(
                                link.url(),
                                link.name(),
                                link.tags().stream().findFirst().orElse(""))));
    }

    private static String text(SourceRecord said, Kind kind, Language language) {
        return said.passages().stream()
                .filter(passage -> passage.kind() == kind && passage.language() == language)
                .map(Passage::text)
                .findFirst()
                .orElse("");
    }

    private static List<Affected> lines(SourceRecord said) {
        List<Affected> lines = new ArrayList<>();
        said.configurations().forEach(c -> c.each(match -> lines.add(line(match))));
        for (AffectedProduct product : said.products()) {
            String purl = product.packageUrl();
            if (purl != null) {
                product.versions().forEach(span -> lines.add(line(purl, span)));
            }
        }
        return lines;
    }

    private static Affected line(Match match) {
        String from = match.from();
        String until = match.until();
        return new Affected(
                match.cpe(), from == null ? "" : from, match.fromOpen(), until == null ? "" : until, match.untilOpen());
    }

    private static Affected line(String purl, VersionSpan span) {
        String until = span.until();
        if (until == null) {
            return new Affected(purl, span.from(), false, span.from(), false);
        }
        return new Affected(
                purl,
                span.from().equals(BEGINNING) ? "" : span.from(),
                false,
                until.equals(NEVER) ? "" : until,
                span.open());
    }

    private static <S, T> List<T> each(List<S> some, Function<S, T> part) {
        return some.stream().map(part).toList();
    }
}
