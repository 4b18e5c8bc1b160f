package tsukasa.watching.showing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.BillReading;
import tsukasa.exposure.Part;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchedBill;

/// Makes items of what people pick, paste and send.
@Component
class Adding {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_VERSION = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_FILE = 200;
    private static final int MOST_NAMES = 20;
    private final Products products;
    private final BillReader bills;
    private final CpeNames cpes;
    private final PackageUrls urls;
    private final Clock clock;

    Adding(Products products, BillReader bills, CpeNames cpes, PackageUrls urls, Clock clock) {
        this.products = products;
        this.bills = bills;
        this.cpes = cpes;
        this.urls = urls;
        this.clock = clock;
    }

    /// @param version empty where it is not known
    Optional<NewItem> ofProduct(long id, String version) {
        return products.product(id).flatMap(product -> ofProduct(product, version.strip()));
    }

    private Optional<NewItem> ofProduct(Product product, String version) {
        if (!writable(version)) {
            return Optional.empty();
        }
        String cpe = product.cpe();
        String purl = product.purl();
        String title = cut(product.whole().ja(), LONGEST_TITLE);
        if (cpe != null && cpes.read(cpe) instanceof CpeReading.Read read) {
            return Optional.of(new NewItem(title, version, List.of(cpes.formatted(at(read.name(), version)))));
        }
        if (purl != null && urls.read(purl) instanceof PackageUrlReading.Read read) {
            return Optional.of(new NewItem(title, version, List.of(urls.text(at(read.url(), version)))));
        }
        return Optional.of(new NewItem(
                title, version, List.of("product:" + product.id() + (version.isEmpty() ? "" : "@" + version))));
    }

    /// Versions are written in letters of ASCII, as CPE and package URLs ask.
    private static boolean writable(String version) {
        return version.length() <= LONGEST_VERSION && version.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static CpeName at(CpeName name, String version) {
        return version.isEmpty() ? name : name.with(CpeAttribute.VERSION, CpeValue.literal(version));
    }

    private static PackageUrl at(PackageUrl url, String version) {
        return version.isEmpty()
                ? url
                : new PackageUrl(url.type(), url.namespace(), url.name(), version, url.qualifiers(), url.subpath());
    }

    /// A CPE name or a package URL, as tools tell them; empty for what is neither.
    Optional<NewItem> ofName(String pasted) {
        String text = pasted.strip();
        if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, "pkg:", 0, 4)) {
            return urls.read(text) instanceof PackageUrlReading.Read read
                    ? Optional.of(ofPackage(read.url()))
                    : Optional.empty();
        }
        return text.regionMatches(true, 0, "cpe:", 0, 4) && cpes.read(text) instanceof CpeReading.Read read
                ? ofCpe(read.name())
                : Optional.empty();
    }

    private NewItem ofPackage(PackageUrl url) {
        String title = url.namespace() == null ? url.name() : url.namespace() + "/" + url.name();
        String version = url.version() == null ? "" : url.version();
        return new NewItem(cut(title, LONGEST_TITLE), cut(version, LONGEST_VERSION), List.of(urls.text(url)));
    }

    /// A name that leaves the product open would mean everything.
    private Optional<NewItem> ofCpe(CpeName name) {
        if (!(name.vendor() instanceof CpeValue.Words vendor)
                || !(name.product() instanceof CpeValue.Words product)
                || vendor.wild()
                || product.wild()) {
            return Optional.empty();
        }
        String version = name.version() instanceof CpeValue.Words words && !words.wild() ? words.plain() : "";
        Set<Long> known = products.ofCpe(name.part().text(), vendor.text(), product.text());
        String title = known.stream()
                .limit(1)
                .flatMap(id -> products.product(id).stream())
                .map(found -> found.whole().ja())
                .findFirst()
                .orElse(vendor.plain() + " " + product.plain());
        return Optional.of(
                new NewItem(cut(title, LONGEST_TITLE), cut(version, LONGEST_VERSION), List.of(cpes.formatted(name))));
    }

    static String cut(String text, int longest) {
        String plain = text.replace("\0", "");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }

    /// What is kept of a bill of materials: the parts that have names. The file goes no further than this.
    record SentBill(List<NewItem> items, WatchedBill about) {
        SentBill {
            items = List.copyOf(items);
        }
    }

    SentBill readBill(String file, InputStream in) throws IOException {
        return switch (bills.read(in)) {
            case BillReading.Read(Bill read) -> ofBill(file, read, read.parts().size(), 0);
            case BillReading.Refused refused -> throw refused.problem();
        };
    }

    /// @param components how many parts it has, be they here or not
    /// @param missing    how many that are not here have no name
    SentBill ofBill(String file, Bill bill, int components, int missing) {
        Map<List<String>, NewItem> items = new LinkedHashMap<>();
        int nameless = missing;
        for (Part part : bill.parts()) {
            Optional<NewItem> item = ofPart(part);
            nameless += item.isEmpty() ? 1 : 0;
            item.ifPresent(one -> items.putIfAbsent(one.names(), one));
        }
        if (items.size() > WatchLists.MOST_ITEMS) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of(
                            "構成要素が" + items.size() + "個あり、1つのリストに入る" + WatchLists.MOST_ITEMS + "個を超えています。",
                            "It has " + items.size() + " components; a list holds " + WatchLists.MOST_ITEMS + "."),
                    Text.of("製品ごとに分けて、別のリストに入れてください。", "Split it by product into several lists."));
        }
        if (items.isEmpty()) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of("名前（purl か CPE）のある構成要素がありません。", "No component has a package URL or a CPE name."),
                    Text.of("SBOM を作る道具で、purl を出すように設定してください。", "Set your tool to write package URLs."));
        }
        return new SentBill(
                List.copyOf(items.values()),
                new WatchedBill(
                        0,
                        cut(file.isBlank() ? "SBOM" : file.strip(), LONGEST_FILE),
                        cut(bill.name(), LONGEST_TITLE),
                        bill.format(),
                        clock.instant(),
                        components,
                        nameless));
    }

    private Optional<NewItem> ofPart(Part part) {
        List<String> names = new ArrayList<>();
        for (tsukasa.vulnerability.Component component : bills.components(part)) {
            String name = switch (component) {
                case tsukasa.vulnerability.Component.ByCpe cpe -> cpes.formatted(cpe.name());
                case tsukasa.vulnerability.Component.ByPackage purl -> urls.text(purl.url());
                case tsukasa.vulnerability.Component.ByProduct _ -> "";
            };
            if (!name.isEmpty() && name.length() <= LONGEST_NAME && names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        String title = part.name().isBlank() ? names.stream().findFirst().orElse("") : part.name();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewItem(cut(title, LONGEST_TITLE), cut(part.version(), LONGEST_VERSION), names));
    }
}
