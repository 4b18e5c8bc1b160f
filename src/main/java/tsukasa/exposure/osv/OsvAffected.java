package tsukasa.exposure.osv;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.VersionSpan;

/// The packages that an entry calls affected, with the stretches and versions that its sources tell. What is known by
/// CPE names or words alone has no place in the format, nor have commits without their repository.
final class OsvAffected {
    private static final String NEVER = "*";
    private final PackageUrls urls;

    OsvAffected(PackageUrls urls) {
        this.urls = urls;
    }

    /// A package in one ecosystem, as the format tells packages apart.
    private record Named(String ecosystem, String name, String purl) {}

    /// What all sources tell of one package.
    private record Told(Set<VersionSpan> spans, boolean[] all) {
        Told() {
            this(new LinkedHashSet<>(), new boolean[1]);
        }
    }

    void write(ObjectNode record, Entry entry) {
        Map<Named, Told> packages = new LinkedHashMap<>();
        entry.records().stream().flatMap(said -> said.products().stream()).forEach(product -> add(packages, product));
        packages.values().removeIf(told -> told.spans().isEmpty() && !told.all()[0]);
        if (packages.isEmpty()) {
            return;
        }
        ArrayNode affected = record.putArray("affected");
        packages.forEach((named, told) -> {
            ObjectNode one = affected.addObject();
            one.putObject("package")
                    .put("ecosystem", named.ecosystem())
                    .put("name", named.name())
                    .put("purl", named.purl());
            ranges(one, told);
        });
    }

    private void add(Map<Named, Told> packages, AffectedProduct product) {
        if (product.packageUrl() == null
                || !(urls.read(product.packageUrl()) instanceof PackageUrlReading.Read(PackageUrl url))) {
            return;
        }
        Ecosystem ecosystem = Ecosystem.of(url).orElse(null);
        if (ecosystem == null) {
            return;
        }
        List<String> releases = product.platforms().stream()
                .filter(platform -> platform.startsWith(ecosystem.name() + ":"))
                .toList();
        for (String name : releases.isEmpty() ? List.of(ecosystem.name()) : releases) {
            Told told = packages.computeIfAbsent(
                    new Named(name, ecosystem.packageName(url), urls.text(url)), _ -> new Told());
            product.versions().stream()
                    .filter(span -> span.effect() == Effect.AFFECTED && !"git".equals(span.scheme()))
                    .forEach(told.spans()::add);
            told.all()[0] |= product.versions().isEmpty() && product.otherwise() == Effect.AFFECTED;
        }
    }

    private static void ranges(ObjectNode one, Told told) {
        ArrayNode ranges = JsonNodeFactory.instance.arrayNode();
        Set<String> versions = new LinkedHashSet<>();
        for (VersionSpan span : told.spans()) {
            if (span.until() == null) {
                versions.add(span.from());
            } else {
                range(ranges, span);
            }
        }
        if (told.all()[0]) {
            ranges.addObject()
                    .put("type", "ECOSYSTEM")
                    .putArray("events")
                    .addObject()
                    .put("introduced", "0");
        }
        if (!ranges.isEmpty()) {
            one.set("ranges", ranges);
        }
        if (!versions.isEmpty()) {
            ArrayNode list = one.putArray("versions");
            versions.forEach(list::add);
        }
    }

    private static void range(ArrayNode ranges, VersionSpan span) {
        ObjectNode range = ranges.addObject().put("type", "semver".equals(span.scheme()) ? "SEMVER" : "ECOSYSTEM");
        ArrayNode events = range.putArray("events");
        events.addObject()
                .put("introduced", span.from().isEmpty() || span.from().equals(NEVER) ? "0" : span.from());
        String end = span.changes().stream()
                .filter(change -> change.effect().clear())
                .map(VersionSpan.Change::at)
                .findFirst()
                .orElse(null);
        if (end != null) {
            events.addObject().put("fixed", end);
        } else if (span.until() != null && !span.until().equals(NEVER)) {
            events.addObject().put(span.open() ? "fixed" : "last_affected", span.until());
        }
    }
}
