package tsukasa.myjvn.oka;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.ToldProducts;
import tsukasa.vulnerability.VersionSpan;

/// The affected products of an entry with their versions as this feed writes them: those of the most trusted source
/// that tells any.
@Component
class OkaProducts {
    private final CpeNames names;

    OkaProducts(CpeNames names) {
        this.names = names;
    }

    /// @param part    of CPE, empty where only a name is known
    /// @param version a version, or bounds such as `>=1.0|<2.0`; empty where none is told
    record Row(
            String part,
            String vendor,
            String product,
            String version,
            @Nullable String purl) {
        String id() {
            boolean exact = !version.isEmpty() && "<>".indexOf(version.charAt(0)) < 0;
            String id = OkaNames.jvnpid(vendor, product);
            return exact ? id + ":" + OkaNames.escaped(version) : id;
        }
    }

    List<Row> of(Entry entry) {
        Set<Row> rows = new LinkedHashSet<>();
        ToldProducts.of(entry, said -> !rows(said).isEmpty()).records().forEach(said -> rows.addAll(rows(said)));
        return List.copyOf(rows);
    }

    private Set<Row> rows(SourceRecord said) {
        Set<Row> rows = new LinkedHashSet<>();
        said.configurations().forEach(configuration -> configuration.each(match -> add(rows, match)));
        if (rows.isEmpty() || said.feed() == Feed.ANALYST) {
            said.products().forEach(product -> add(rows, product));
        }
        return rows;
    }

    private void add(Set<Row> rows, Match match) {
        if (match.vulnerable() && names.read(match.cpe()) instanceof CpeReading.Read read) {
            CpeName name = read.name();
            String from = match.from() == null ? "" : (match.fromOpen() ? ">" : ">=") + match.from();
            String until = match.until() == null ? "" : (match.untilOpen() ? "<" : "<=") + match.until();
            String version = match.bounded() ? joined(from, until) : plain(name.version());
            rows.add(new Row(name.part().text(), plain(name.vendor()), plain(name.product()), version, null));
        }
    }

    private void add(Set<Row> rows, AffectedProduct product) {
        String part = "";
        String vendor = product.vendor();
        String named = product.product();
        for (String cpe : product.cpes()) {
            if (part.isEmpty() && names.read(cpe) instanceof CpeReading.Read read) {
                part = read.name().part().text();
                vendor = plain(read.name().vendor());
                named = plain(read.name().product());
            }
        }
        for (VersionSpan span : product.versions()) {
            if (span.effect() == Effect.AFFECTED) {
                rows.add(new Row(part, vendor, named, version(span), product.packageUrl()));
            }
        }
        if (product.versions().isEmpty() && product.otherwise() == Effect.AFFECTED) {
            rows.add(new Row(part, vendor, named, "", product.packageUrl()));
        }
    }

    private static String version(VersionSpan span) {
        if (span.until() == null) {
            return span.from();
        }
        String from = span.from().equals("0") || span.from().equals("*") ? "" : ">=" + span.from();
        String until = span.until().equals("*") ? "" : (span.open() ? "<" : "<=") + span.until();
        return joined(from, until);
    }

    private static String joined(String from, String until) {
        return from.isEmpty() || until.isEmpty() ? from + until : from + "|" + until;
    }

    private static String plain(CpeValue value) {
        return value instanceof CpeValue.Words words ? words.plain() : "";
    }
}
