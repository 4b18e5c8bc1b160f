package tsukasa.advisories.cve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.ToldProducts;
import tsukasa.vulnerability.VersionSpan;

/// The products of an entry as `affected` of a CVE record: those of the most trusted source that tells products,
/// else the one that the KEV catalogue names.
@Component
class CveProducts {
    private static final int LONGEST_VERSION = 1024;
    private static final int LONGEST_NAME = 512;
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("maven", "https://repo.maven.apache.org/maven2"),
            Map.entry("npm", "https://registry.npmjs.org"),
            Map.entry("pypi", "https://pypi.org"),
            Map.entry("golang", "https://pkg.go.dev"),
            Map.entry("cargo", "https://crates.io"),
            Map.entry("gem", "https://rubygems.org"),
            Map.entry("nuget", "https://nuget.org/packages"),
            Map.entry("composer", "https://packagist.org"));
    private final CpeNames names;
    private final PackageUrls urls;

    CveProducts(CpeNames names, PackageUrls urls) {
        this.names = names;
        this.urls = urls;
    }

    ArrayNode affected(Entry entry) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SourceRecord said : ToldProducts.of(entry, this::tells).records()) {
            add(all, said);
        }
        if (!all.isEmpty()) {
            return all;
        }
        ObjectNode one = all.addObject();
        one.put("vendor", name(entry.exploitation().map(Exploitation::vendor).orElse(null)));
        one.put("product", name(entry.exploitation().map(Exploitation::product).orElse(null)));
        one.put("defaultStatus", "unknown");
        return all;
    }

    private boolean tells(SourceRecord said) {
        return !said.products().isEmpty() || !named(said).isEmpty();
    }

    /// What our analysts say in both ways is about different products, or takes versions out of a range: these stand
    /// with the range.
    private void add(ArrayNode all, SourceRecord said) {
        Map<CpeName, Set<JsonNode>> excepted = new LinkedHashMap<>();
        Map<Named, Set<Match>> configured =
                said.products().isEmpty() || said.feed() == Feed.ANALYST ? named(said) : Map.of();
        for (AffectedProduct product : said.products()) {
            CpeName name = said.feed() == Feed.ANALYST ? bare(product) : null;
            if (name != null
                    && configured.keySet().stream().anyMatch(each -> each.name().equals(name))) {
                Set<JsonNode> versions = excepted.computeIfAbsent(name, _ -> new LinkedHashSet<>());
                product.versions().forEach(span -> versions.add(version(span)));
            } else {
                all.add(told(product));
            }
        }
        configured.forEach(
                (named, matches) -> all.add(configured(named, matches, excepted.getOrDefault(named.name(), Set.of()))));
    }

    private @Nullable CpeName bare(AffectedProduct product) {
        return product.cpes().size() == 1
                        && names.read(product.cpes().getFirst()) instanceof CpeReading.Read(CpeName name, var _)
                ? name.bare()
                : null;
    }

    private ObjectNode told(AffectedProduct product) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("vendor", name(product.vendor()));
        one.put("product", name(product.product()));
        if (product.packageUrl() != null
                && urls.read(product.packageUrl()) instanceof PackageUrlReading.Read(PackageUrl url)) {
            collected(one, url);
        }
        if (!product.cpes().isEmpty()) {
            Set<String> cpes = new LinkedHashSet<>();
            product.cpes().stream()
                    .filter(cpe -> names.read(cpe) instanceof CpeReading.Read)
                    .forEach(cpes::add);
            if (!cpes.isEmpty()) {
                ArrayNode list = one.putArray("cpes");
                cpes.forEach(list::add);
            }
        }
        Set<String> platforms = new LinkedHashSet<>(product.platforms());
        platforms.removeIf(String::isBlank);
        if (!platforms.isEmpty()) {
            ArrayNode list = one.putArray("platforms");
            platforms.forEach(platform -> list.add(CveRecordWriter.cut(platform, 1024)));
        }
        one.put("defaultStatus", word(product.otherwise()));
        Set<JsonNode> versions = new LinkedHashSet<>();
        product.versions().forEach(span -> versions.add(version(span)));
        if (!versions.isEmpty()) {
            one.putArray("versions").addAll(versions);
        }
        return one;
    }

    private static void collected(ObjectNode one, PackageUrl url) {
        String collection = COLLECTIONS.get(url.type());
        if (collection != null) {
            String joint = url.type().equals("maven") ? ":" : "/";
            one.put("collectionURL", collection);
            one.put("packageName", url.namespace() == null ? url.name() : url.namespace() + joint + url.name());
        }
    }

    private static ObjectNode version(VersionSpan span) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        String from = span.from().isEmpty() ? "0" : span.from();
        one.put("version", CveRecordWriter.cut(from, LONGEST_VERSION)).put("status", word(span.effect()));
        if (span.until() == null) {
            return one;
        }
        one.put(span.open() ? "lessThan" : "lessThanOrEqual", CveRecordWriter.cut(span.until(), LONGEST_VERSION));
        one.put("versionType", span.scheme() == null ? "custom" : span.scheme());
        if (!span.changes().isEmpty()) {
            ArrayNode changes = one.putArray("changes");
            span.changes()
                    .forEach(change -> changes.addObject()
                            .put("at", CveRecordWriter.cut(change.at(), LONGEST_VERSION))
                            .put("status", word(change.effect())));
        }
        return one;
    }

    /// A product by CPE name, and what it must run on.
    private record Named(CpeName name, List<String> platforms) {}

    private Map<Named, Set<Match>> named(SourceRecord said) {
        Map<Named, Set<Match>> each = new LinkedHashMap<>();
        for (Configuration configuration : said.configurations()) {
            List<String> platforms = said.feed() == Feed.ANALYST ? platforms(configuration) : List.of();
            configuration.each(match -> {
                if (match.vulnerable() && names.read(match.cpe()) instanceof CpeReading.Read read) {
                    CpeName whole = read.name();
                    each.computeIfAbsent(new Named(whole.bare(), platforms), _ -> new LinkedHashSet<>())
                            .add(match);
                }
            });
        }
        return each;
    }

    /// Of other sources that are thousands.
    private List<String> platforms(Configuration configuration) {
        List<String> platforms = new ArrayList<>();
        configuration.each(match -> {
            if (!match.vulnerable() && names.read(match.cpe()) instanceof CpeReading.Read read) {
                String version = readable(read.name().version());
                String name = readable(read.name().vendor()) + " "
                        + readable(read.name().product());
                platforms.add(name.replace('_', ' ') + (version.isEmpty() ? "" : " " + version));
            }
        });
        return platforms.stream().distinct().toList();
    }

    private ObjectNode configured(Named named, Set<Match> matches, Set<JsonNode> excepted) {
        CpeName name = named.name();
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("vendor", name(readable(name.vendor())));
        one.put("product", name(readable(name.product())));
        one.putArray("cpes").add(names.formatted(name));
        if (!named.platforms().isEmpty()) {
            ArrayNode list = one.putArray("platforms");
            named.platforms().forEach(list::add);
        }
        one.put("defaultStatus", "unknown");
        ArrayNode versions = one.putArray("versions").addAll(excepted);
        for (Match match : matches) {
            ObjectNode version = versions.addObject().put("status", "affected");
            if (match.until() == null) {
                String exact = match.from() == null ? exact(match) : match.from();
                version.put("version", CveRecordWriter.cut(exact, LONGEST_VERSION));
                if (match.from() != null || exact.equals("0")) {
                    version.put("lessThanOrEqual", "*").put("versionType", "custom");
                }
            } else {
                version.put("version", match.from() == null ? "0" : match.from())
                        .put(match.untilOpen() ? "lessThan" : "lessThanOrEqual", match.until())
                        .put("versionType", "custom");
            }
        }
        return one;
    }

    /// The version within the name; `0` for any, `n/a` for none.
    private String exact(Match match) {
        if (!(names.read(match.cpe()) instanceof CpeReading.Read read)
                || read.name().version() == CpeValue.ANY) {
            return "0";
        }
        String version = readable(read.name().version());
        String update = read.name().update() instanceof CpeValue.Words words ? words.plain() : "";
        return version.isEmpty() ? "n/a" : update.isEmpty() ? version : version + " " + update;
    }

    private static String readable(CpeValue value) {
        return value instanceof CpeValue.Words words ? words.plain() : "";
    }

    private static String name(@Nullable String written) {
        return written == null || written.isBlank() ? "n/a" : CveRecordWriter.cut(written, LONGEST_NAME);
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case AFFECTED -> "affected";
            case UNAFFECTED, FIXED -> "unaffected";
            case UNKNOWN -> "unknown";
        };
    }
}
