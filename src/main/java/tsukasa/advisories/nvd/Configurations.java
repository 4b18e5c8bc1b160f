package tsukasa.advisories.nvd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Applicable;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.ToldProducts;
import tsukasa.vulnerability.VersionSpan;

/// Configurations have two levels here: what joins nodes, and nodes of rows.
@Component
class Configurations implements Applicable {
    private final CpeNames names;

    Configurations(CpeNames names) {
        this.names = names;
    }

    @Override
    public ArrayNode configurations(Entry entry) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SourceRecord said :
                ToldProducts.of(entry, said -> !said.configurations().isEmpty()).records()) {
            said.configurations().forEach(each -> configuration(all, each));
        }
        if (!all.isEmpty()) {
            return all;
        }
        for (SourceRecord said : entry.records()) {
            Set<Match> matches = new LinkedHashSet<>();
            said.products().forEach(product -> matches.addAll(matches(product)));
            if (!matches.isEmpty()) {
                node(all.addObject().putArray("nodes"), Configuration.Operator.ANY, false, List.copyOf(matches));
                return all;
            }
        }
        return all;
    }

    private static void configuration(ArrayNode all, Configuration told) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        if (told.children().size() + (told.matches().isEmpty() ? 0 : 1) > 1) {
            one.put("operator", word(told.operator()));
        }
        boolean whole = told.children().isEmpty();
        if (told.negate() && !whole) {
            one.put("negate", true);
        }
        ArrayNode nodes = one.putArray("nodes");
        if (!told.matches().isEmpty()) {
            node(nodes, told.operator(), told.negate() && whole, told.matches());
        }
        for (Configuration child : told.children()) {
            List<Match> matches = new ArrayList<>();
            child.each(matches::add);
            node(nodes, child.operator(), child.negate(), matches);
        }
        if (!nodes.isEmpty()) {
            all.add(one);
        }
    }

    private static void node(ArrayNode nodes, Configuration.Operator operator, boolean negate, List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        ObjectNode node = nodes.addObject().put("operator", word(operator)).put("negate", negate);
        ArrayNode rows = node.putArray("cpeMatch");
        matches.forEach(match -> row(rows, match));
    }

    private static String word(Configuration.Operator operator) {
        return operator == Configuration.Operator.ALL ? "AND" : "OR";
    }

    /// The same criteria always have the same number.
    private static void row(ArrayNode rows, Match match) {
        ObjectNode row = rows.addObject().put("vulnerable", match.vulnerable()).put("criteria", match.cpe());
        bound(row, "versionStart", match.from(), match.fromOpen());
        bound(row, "versionEnd", match.until(), match.untilOpen());
        row.put("matchCriteriaId", number(match));
    }

    private static void bound(ObjectNode row, String end, @Nullable String version, boolean open) {
        if (version != null) {
            row.put(end + (open ? "Excluding" : "Including"), version);
        }
    }

    private static String number(Match match) {
        UUID named = UUID.nameUUIDFromBytes(match.kept().getBytes(StandardCharsets.UTF_8));
        long most = named.getMostSignificantBits() & ~0xF000L | 0x4000L;
        return new UUID(most, named.getLeastSignificantBits()).toString().toUpperCase(java.util.Locale.ROOT);
    }

    /// Only what a source calls affected, by the names of CPE it uses.
    private List<Match> matches(AffectedProduct product) {
        List<Match> matches = new ArrayList<>();
        for (String cpe : product.cpes()) {
            if (names.read(cpe) instanceof CpeReading.Read read) {
                product.versions().stream()
                        .filter(span -> span.effect() == Effect.AFFECTED)
                        .forEach(span -> add(matches, read.name(), span));
                if (product.versions().isEmpty() && !product.otherwise().clear()) {
                    matches.add(new Match(names.formatted(read.name()), true, null, false, null, false));
                }
            }
        }
        return matches;
    }

    private void add(List<Match> matches, CpeName name, VersionSpan span) {
        if (span.until() == null) {
            try {
                CpeName exact = name.with(CpeAttribute.VERSION, CpeValue.literal(span.from()));
                matches.add(new Match(names.formatted(exact), true, null, false, null, false));
            } catch (IllegalArgumentException notOfCpe) {
                return;
            }
            return;
        }
        String from = span.from().equals("0") || span.from().equals("*") ? null : span.from();
        String until = span.until().equals("*") ? null : span.until();
        CpeName every = name.with(CpeAttribute.VERSION, CpeValue.ANY);
        matches.add(new Match(names.formatted(every), true, from, false, until, until != null && span.open()));
    }
}
