package tsukasa.alerts.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.kernel.page.Fault;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;

/// Reads which products are concerned, one a line: `cpe:2.3:a:apache:log4j | 2.0-beta9 – 2.14.1`, or
/// `Apache / Log4j | …` where the register of products does not have it.
@Component
class ProductLines {
    private static final int MOST = 200;
    private final CpeNames names;
    private final Products products;

    ProductLines(CpeNames names, Products products) {
        this.names = names;
        this.products = products;
    }

    List<Concerned> read(String typed, List<Fault> faults) {
        List<Concerned> concerned = new ArrayList<>();
        for (String line : typed.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .limit(MOST)
                .toList()) {
            String[] parts = line.split("\\|", 2);
            String versions = parts.length > 1 ? parts[1].strip() : "";
            String name = parts[0].strip();
            (name.startsWith("cpe:") ? byCpe(name, versions) : byName(name, versions))
                    .ifPresentOrElse(concerned::add, () -> faults.add(unusable(name)));
        }
        return concerned;
    }

    /// The register decides how a product is called.
    private Optional<Concerned> byCpe(String name, String versions) {
        if (!(names.read(padded(name)) instanceof CpeReading.Read(CpeName cpe, var _)) || !oneProduct(cpe)) {
            return Optional.empty();
        }
        Set<Long> ids = products.ofCpe(
                cpe.part().text(), cpe.vendor().text(), cpe.product().text());
        return products.products(ids).stream().findFirst().map(product -> of(product, said(cpe, versions)));
    }

    private static Concerned of(Product product, String versions) {
        return new Concerned(
                product.id(),
                product.vendor() == null ? "" : product.vendor().name(),
                product.name(),
                product.cpe(),
                versions);
    }

    private static String said(CpeName cpe, String versions) {
        return versions.isEmpty() && cpe.version() instanceof CpeValue.Words words ? words.plain() : versions;
    }

    private static boolean oneProduct(CpeName cpe) {
        return literal(cpe.part()) && literal(cpe.vendor()) && literal(cpe.product());
    }

    private static boolean literal(CpeValue value) {
        return value instanceof CpeValue.Words words && !words.wild();
    }

    /// `cpe:2.3:a:apache:log4j` is what people write; what is left out is any.
    private static String padded(String name) {
        if (!name.startsWith("cpe:2.3:")) {
            return name;
        }
        long parts = name.replace("\\:", "").chars().filter(c -> c == ':').count();
        return name + ":*".repeat((int) Math.max(0, 12 - parts));
    }

    private static Optional<Concerned> byName(String name, String versions) {
        int slash = name.indexOf(" / ");
        String vendor = slash < 0 ? "" : name.substring(0, slash).strip();
        String product = slash < 0 ? name : name.substring(slash + 3).strip();
        return product.isEmpty() || name.length() > WordsReading.LONGEST_LINE
                ? Optional.empty()
                : Optional.of(new Concerned(null, vendor, product, null, versions));
    }

    private static Fault unusable(String name) {
        return Fault.of(
                "products",
                "「" + name + "」は製品の登録簿にありません。「ベンダ / 製品名」の形で書くこともできます。",
                "The register of products does not have “" + name + "”. You may write “vendor / product” instead.");
    }
}
