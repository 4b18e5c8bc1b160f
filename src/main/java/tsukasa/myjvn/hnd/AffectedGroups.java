package tsukasa.myjvn.hnd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;

/// Which versions of which products an entry is about: of each product by the most trusted source that names it,
/// whether in words or by CPE.
final class AffectedGroups {
    private final AffectedNames names;
    private final CpeNames cpes;
    private final Map<String, Group> known = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    private AffectedGroups(AffectedNames names, CpeNames cpes) {
        this.names = names;
        this.cpes = cpes;
    }

    /// @param cpes CPE 2.2 names without version
    record Group(Feed feed, String vendor, String product, SequencedSet<String> cpes, SequencedSet<Stretch> stretches) {
        Effect effect() {
            if (stretches.isEmpty() || stretches.stream().anyMatch(each -> each.effect() == Effect.AFFECTED)) {
                return Effect.AFFECTED;
            }
            return stretches.stream().anyMatch(each -> each.effect() == Effect.UNKNOWN)
                    ? Effect.UNKNOWN
                    : Effect.UNAFFECTED;
        }

        /// The version that ends the last stretch.
        Optional<String> fixed() {
            return stretches.reversed().stream()
                    .map(Stretch::fixed)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    static List<Group> of(Entry entry, AffectedNames names, CpeNames cpes) {
        AffectedGroups all = new AffectedGroups(names, cpes);
        for (SourceRecord said : entry.records()) {
            said.products().forEach(product -> all.add(said.feed(), product));
            said.configurations().forEach(c -> c.each(match -> all.add(said.feed(), match)));
        }
        if (all.groups.isEmpty()) {
            entry.exploitation().ifPresent(all::add);
        }
        return all.groups;
    }

    private void add(Feed feed, AffectedProduct said) {
        List<AffectedNames.Named> named = said.cpes().stream()
                .flatMap(cpe -> names.named(cpe, said.vendor(), said.product()).stream())
                .toList();
        AffectedNames.Named first = named.isEmpty() ? null : named.getFirst();
        String vendor = first == null ? said.vendor() : first.vendor();
        String product = first == null ? said.product() : first.product();
        String called = product.isBlank() && said.packageUrl() != null ? said.packageUrl() : product;
        Group group = group(feed, vendor, called, named);
        if (group == null) {
            return;
        }
        said.versions().forEach(span -> group.stretches().add(Stretch.of(span)));
        if (said.otherwise() != Effect.UNKNOWN && said.versions().isEmpty()) {
            group.stretches().add(new Stretch(Stretch.ALL, said.otherwise(), null));
        }
    }

    /// The catalogue of exploited ones names the product, never its versions.
    private void add(Exploitation exploited) {
        group(Feed.KEV, exploited.vendor(), exploited.product(), List.of());
    }

    private void add(Feed feed, Match match) {
        if (match.vulnerable() && cpes.read(match.cpe()) instanceof CpeReading.Read read) {
            names.named(match.cpe(), "", "").ifPresent(named -> {
                Group group = group(feed, named.vendor(), named.product(), List.of(named));
                Stretch stretch = Stretch.of(match, read.name());
                if (group != null && stretch != null) {
                    group.stretches().add(stretch);
                }
            });
        }
    }

    /// Null where a more trusted source has spoken of it, or nobody could say what it is.
    private @Nullable Group group(Feed feed, String vendor, String product, List<AffectedNames.Named> named) {
        List<String> keys = new ArrayList<>();
        named.forEach(each -> keys.add(each.cpe()));
        String words = plain(vendor) + ' ' + plain(product);
        if (!plain(product).isEmpty() && !plain(product).equals("na")) {
            keys.add(words);
        }
        if (keys.isEmpty()) {
            return null;
        }
        Group group = keys.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (group == null) {
            group = new Group(feed, vendor, product, new LinkedHashSet<>(), new LinkedHashSet<>());
            groups.add(group);
        }
        if (group.feed() != feed) {
            return null;
        }
        for (String key : keys) {
            known.putIfAbsent(key, group);
        }
        for (AffectedNames.Named each : named) {
            group.cpes().add(each.cpe());
        }
        return group;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]", "");
    }
}
