package tsukasa.enrichment.proposal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.WeaknessClaim;

/// An addition as a record of the feed ANALYST, and back.
final class AnalystWords {
    static final String BY = "analyst";
    private static final int UNSCORED = -1;

    private AnalystWords() {}

    static SourceRecord record(String key, Enrichment ours) {
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
                AnalystProducts.configurations(ours.products()),
                AnalystProducts.products(ours.products()),
                List.of(),
                null);
    }

    private static List<Passage> passages(Enrichment ours) {
        return Stream.of(
                        new Passage(Kind.TITLE, Language.JA, BY, ours.titleJa()),
                        new Passage(Kind.TITLE, Language.EN, BY, ours.titleEn()),
                        new Passage(Kind.OVERVIEW, Language.JA, BY, ours.overviewJa()),
                        new Passage(Kind.OVERVIEW, Language.EN, BY, ours.overviewEn()),
                        new Passage(Kind.IMPACT, Language.JA, BY, ours.impactJa()),
                        new Passage(Kind.IMPACT, Language.EN, BY, ours.impactEn()),
                        new Passage(Kind.SOLUTION, Language.JA, BY, ours.solutionJa()),
                        new Passage(Kind.SOLUTION, Language.EN, BY, ours.solutionEn()))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }

    private static Reference reference(Link link) {
        return new Reference(link.url(), link.name(), link.tag().isEmpty() ? List.of() : List.of(link.tag()));
    }

    /// As it will be read again once it is kept: what is said of one product stands together.
    static Enrichment asKept(Enrichment ours) {
        return ours.withProducts(AnalystProducts.lines(record("", ours)));
    }

    static Enrichment read(SourceRecord said) {
        return new Enrichment(
                text(said, Kind.TITLE, Language.JA),
                text(said, Kind.TITLE, Language.EN),
                text(said, Kind.OVERVIEW, Language.JA),
                text(said, Kind.OVERVIEW, Language.EN),
                text(said, Kind.IMPACT, Language.JA),
                text(said, Kind.IMPACT, Language.EN),
                text(said, Kind.SOLUTION, Language.JA),
                text(said, Kind.SOLUTION, Language.EN),
                AnalystProducts.lines(said),
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

    private static <S, T> List<T> each(List<S> some, Function<S, T> part) {
        return some.stream().map(part).toList();
    }
}
