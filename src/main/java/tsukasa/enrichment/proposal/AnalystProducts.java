package tsukasa.enrichment.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.naming.VersionScheme;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Configuration.Operator;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.VersionSpan;

/// The products of an addition in the words of a record, and back.
///
/// What is affected goes by CPE name into configurations, with what it must run on; all else, and packages, into
/// stretches of versions. Of these the first that holds a version counts, so what is said to be unaffected or fixed
/// stands first, and what is still looked at last. Versions that no line holds are unaffected where one says what is
/// affected, or that everything is unaffected; else they are left to the other sources.
final class AnalystProducts {
    private static final String BEGINNING = "0";
    private static final String NEVER = "*";
    private static final int VENDOR = 3;
    private static final int PRODUCT = 4;
    private static final Comparator<VersionSpan> ORDER =
            Comparator.comparingInt(span -> span.effect().clear() ? 0 : span.effect() == Effect.AFFECTED ? 1 : 2);

    private AnalystProducts() {}

    static List<Configuration> configurations(List<Affected> lines) {
        Map<List<String>, List<Match>> byPlatforms = new LinkedHashMap<>();
        lines.stream()
                .filter(AnalystProducts::configured)
                .forEach(line -> byPlatforms
                        .computeIfAbsent(line.platforms(), _ -> new ArrayList<>())
                        .add(match(line)));
        List<Configuration> all = new ArrayList<>();
        byPlatforms.forEach(
                (platforms, matches) -> all.add(platforms.isEmpty() ? any(matches) : on(platforms, matches)));
        return all;
    }

    private static boolean configured(Affected line) {
        return !line.packaged() && line.status() == Status.AFFECTED;
    }

    private static Configuration any(List<Match> matches) {
        return new Configuration(Operator.ANY, false, List.of(), matches);
    }

    private static Configuration on(List<String> platforms, List<Match> matches) {
        List<Match> beside = platforms.stream()
                .map(cpe -> new Match(cpe, false, null, false, null, false))
                .toList();
        return new Configuration(Operator.ALL, false, List.of(any(matches), any(beside)), List.of());
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

    /// What is unaffected on anything is so on each platform that something else is said of.
    static List<AffectedProduct> products(List<Affected> lines) {
        Map<List<Object>, List<Affected>> told = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !configured(line))
                .forEach(line -> told.computeIfAbsent(List.of(line.name(), line.platforms()), _ -> new ArrayList<>())
                        .add(line));
        List<AffectedProduct> products = new ArrayList<>();
        told.forEach((_, some) -> {
            Affected first = some.getFirst();
            Stream<Affected> besides = first.platforms().isEmpty()
                    ? Stream.of()
                    : told.getOrDefault(List.of(first.name(), List.of()), List.of()).stream()
                            .filter(line -> clear(line.status()));
            products.add(product(first, Stream.concat(some.stream(), besides).toList()));
        });
        return products;
    }

    private static boolean clear(Status status) {
        return effect(status).clear();
    }

    private static AffectedProduct product(Affected first, List<Affected> lines) {
        String name = first.name();
        boolean packaged = first.packaged();
        String type = packaged ? name.substring("pkg:".length(), name.indexOf('/')) : "";
        String scheme = VersionScheme.named(type).map(VersionScheme::type).orElse(null);
        boolean decided = lines.stream()
                .anyMatch(line -> line.status() == Status.AFFECTED || clear(line.status()) && whole(line));
        return new AffectedProduct(
                AnalystWords.BY,
                packaged ? "" : part(name, VENDOR),
                packaged ? name.substring(name.indexOf('/') + 1) : part(name, PRODUCT),
                packaged ? name : null,
                packaged ? List.of() : List.of(name),
                first.platforms(),
                decided ? Effect.UNAFFECTED : Effect.UNKNOWN,
                lines.stream().map(line -> span(line, scheme)).sorted(ORDER).toList());
    }

    private static boolean whole(Affected line) {
        return line.from().isEmpty() && line.until().isEmpty();
    }

    private static String part(String cpe, int which) {
        return cpe.split("(?<!\\\\):", which + 2)[which].replace("\\", "");
    }

    private static VersionSpan span(Affected line, @Nullable String scheme) {
        Effect effect = effect(line.status());
        String from = line.from().isEmpty() ? BEGINNING : line.from();
        if (line.single()) {
            return new VersionSpan(effect, from, null, false, scheme, List.of());
        }
        boolean endless = line.until().isEmpty();
        return new VersionSpan(
                effect, from, endless ? NEVER : line.until(), !endless && line.untilOpen(), scheme, List.of());
    }

    private static Effect effect(Status status) {
        return switch (status) {
            case AFFECTED -> Effect.AFFECTED;
            case NOT_AFFECTED -> Effect.UNAFFECTED;
            case FIXED -> Effect.FIXED;
            case UNDER_INVESTIGATION -> Effect.UNKNOWN;
        };
    }

    static List<Affected> lines(SourceRecord said) {
        List<Affected> lines = new ArrayList<>();
        for (Configuration configuration : said.configurations()) {
            List<String> platforms = new ArrayList<>();
            configuration.each(match -> {
                if (!match.vulnerable()) {
                    platforms.add(match.cpe());
                }
            });
            configuration.each(match -> {
                if (match.vulnerable()) {
                    lines.add(line(match, platforms));
                }
            });
        }
        said.products().forEach(product -> lines(lines, product));
        return lines;
    }

    private static Affected line(Match match, List<String> platforms) {
        return new Affected(
                match.cpe(),
                Objects.requireNonNullElse(match.from(), ""),
                match.fromOpen(),
                Objects.requireNonNullElse(match.until(), ""),
                match.untilOpen(),
                Status.AFFECTED,
                platforms);
    }

    private static void lines(List<Affected> lines, AffectedProduct product) {
        String url = product.packageUrl();
        String name = url != null ? url : product.cpes().stream().findFirst().orElse("");
        for (VersionSpan span : product.versions()) {
            boolean besides = !product.platforms().isEmpty() && span.effect().clear();
            if (!name.isEmpty() && !besides) {
                lines.add(line(name, product.platforms(), span));
            }
        }
    }

    private static Affected line(String name, List<String> platforms, VersionSpan span) {
        String until = Objects.requireNonNullElse(span.until(), span.from());
        boolean single = span.until() == null;
        return new Affected(
                name,
                !single && span.from().equals(BEGINNING) ? "" : span.from(),
                false,
                until.equals(NEVER) ? "" : until,
                span.open(),
                status(span.effect()),
                platforms);
    }

    private static Status status(Effect effect) {
        return switch (effect) {
            case AFFECTED -> Status.AFFECTED;
            case UNAFFECTED -> Status.NOT_AFFECTED;
            case FIXED -> Status.FIXED;
            case UNKNOWN -> Status.UNDER_INVESTIGATION;
        };
    }
}
