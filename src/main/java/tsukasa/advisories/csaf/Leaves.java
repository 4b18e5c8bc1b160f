package tsukasa.advisories.csaf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.advisories.csaf.ProductTree.Leaf;
import tsukasa.naming.CpeAttribute;
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
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.ToldProducts;
import tsukasa.vulnerability.VersionSpan;

/// Puts the products of the most trusted source that tells any into a tree. Ranges are written as `vers:` says.
@Component
class Leaves {
    private static final Set<String> ORDERS =
            Set.of("semver", "maven", "npm", "pypi", "rpm", "deb", "gem", "nuget", "golang", "apk", "composer");
    /// What only a range may say (CSAF 2.0, 6.1.31).
    private static final Pattern RANGE_WORDS = Pattern.compile(
            "[<>≤≥]|\\b(?:all|any|after|before|earlier|later|newer|older|prior|through|up to|until|versions?)\\b|以前|以降|未満|より前|まで|すべて",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 400;
    private final CpeNames names;
    private final PackageUrls urls;

    Leaves(CpeNames names, PackageUrls urls) {
        this.names = names;
        this.urls = urls;
    }

    ProductTree tree(Entry entry) {
        ProductTree tree = new ProductTree();
        for (SourceRecord said : ToldProducts.of(entry, this::tells).records()) {
            add(tree, said);
        }
        return tree;
    }

    private boolean tells(SourceRecord said) {
        ProductTree alone = new ProductTree();
        add(alone, said);
        return !alone.isEmpty();
    }

    /// What our analysts say in both ways is about different products, or takes versions out of a range.
    private void add(ProductTree tree, SourceRecord said) {
        said.products().forEach(product -> add(tree, product));
        if (said.products().isEmpty() || said.feed() == Feed.ANALYST) {
            said.configurations().forEach(configuration -> add(tree, configuration, said.feed() == Feed.ANALYST));
        }
    }

    /// @param besides whether what must be there besides is told, too; of other sources that are thousands
    private void add(ProductTree tree, Configuration configuration, boolean besides) {
        List<Leaf> platforms = new ArrayList<>();
        configuration.each(match -> {
            if (besides && !match.vulnerable()) {
                leaf(match).ifPresent(platforms::add);
            }
        });
        configuration.each(match -> {
            if (match.vulnerable()) {
                leaf(match).ifPresent(leaf -> tree.add(leaf, Effect.AFFECTED, platforms));
            }
        });
    }

    private void add(ProductTree tree, AffectedProduct product) {
        String purl = purl(product.packageUrl());
        String written =
                product.by().equals(Feed.ANALYST.word()) ? product.product().replace('_', ' ') : product.product();
        String name = written.isBlank() && purl != null ? purl : written;
        if (name.isBlank()) {
            return;
        }
        String cpe = product.cpes().stream()
                .flatMap(each -> formatted(each).stream())
                .findFirst()
                .orElse(null);
        String vendor =
                cut(product.by().equals(Feed.ANALYST.word()) ? product.vendor().replace('_', ' ') : product.vendor());

        for (VersionSpan span : product.versions()) {
            boolean range =
                    span.until() != null || RANGE_WORDS.matcher(span.from()).find();
            String version = span.until() == null ? cut(span.from()) : range(span);
            tree.add(new Leaf(vendor, cut(name), version, range && !version.isEmpty(), cpe, purl), span.effect());
        }
        if (product.versions().isEmpty()) {
            tree.add(new Leaf(vendor, cut(name), "", false, cpe, purl), product.otherwise());
        }
    }

    private Optional<Leaf> leaf(Match match) {
        if (!(names.read(match.cpe()) instanceof CpeReading.Read read)) {
            return Optional.empty();
        }
        CpeName name = read.name();
        String version = match.bounded() ? bounds(match) : exact(name);
        return Optional.of(new Leaf(
                readable(name.vendor()),
                readable(name.product()),
                cut(version),
                match.bounded(),
                names.formatted(name),
                null));
    }

    /// What of the name is more than vendor and product.
    private static String exact(CpeName name) {
        StringBuilder text = new StringBuilder();
        for (CpeAttribute attribute : CpeAttribute.values()) {
            if (attribute.ordinal() >= CpeAttribute.VERSION.ordinal()) {
                CpeValue value = name.value(attribute);
                String told = value == CpeValue.NA && attribute == CpeAttribute.VERSION ? "-" : readable(value);
                text.append(text.isEmpty() || told.isEmpty() ? "" : " ").append(told);
            }
        }
        return text.toString();
    }

    private static String readable(CpeValue value) {
        return value instanceof CpeValue.Words words ? words.plain().replace('_', ' ') : "";
    }

    private static String bounds(Match match) {
        StringBuilder text = new StringBuilder("vers:generic/");
        if (match.from() != null) {
            text.append(match.fromOpen() ? ">" : ">=").append(escaped(match.from()));
        }
        if (match.until() != null) {
            text.append(match.from() == null ? "" : "|").append(match.untilOpen() ? "<" : "<=");
            text.append(escaped(match.until()));
        }
        return text.toString();
    }

    /// Where the effect changes within the stretch, the part before the first change is told.
    private static String range(VersionSpan span) {
        String order = span.scheme() != null && ORDERS.contains(span.scheme()) ? span.scheme() : "generic";
        boolean begins =
                span.from().isEmpty() || span.from().equals("0") || span.from().equals("*");
        String until = span.changes().isEmpty()
                ? span.until()
                : span.changes().getFirst().at();
        boolean open = !span.changes().isEmpty() || span.open();
        boolean ends = until != null && !until.equals("*");
        String from = begins ? "" : ">=" + escaped(span.from());
        String to = ends ? (open ? "<" : "<=") + escaped(String.valueOf(until)) : "";
        String joint = from.isEmpty() || to.isEmpty() ? "" : "|";
        return from.isEmpty() && to.isEmpty() ? "" : cut("vers:" + order + "/" + from + joint + to);
    }

    private static String escaped(String version) {
        StringBuilder text = new StringBuilder(version.length());
        for (byte letter : version.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (letter & 0xff);
            if (plain < 0x80 && (Character.isLetterOrDigit(plain) || "._-~+:".indexOf(plain) >= 0)) {
                text.append(plain == '+' || plain == ':' ? "%%%02X".formatted((int) plain) : plain);
            } else {
                text.append("%%%02X".formatted((int) plain));
            }
        }
        return text.toString();
    }

    private Optional<String> formatted(String cpe) {
        return names.read(cpe) instanceof CpeReading.Read read
                ? Optional.of(names.formatted(read.name()))
                : Optional.empty();
    }

    private @Nullable String purl(@Nullable String written) {
        return written != null && urls.read(written) instanceof PackageUrlReading.Read(PackageUrl url)
                ? urls.text(url)
                : null;
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
