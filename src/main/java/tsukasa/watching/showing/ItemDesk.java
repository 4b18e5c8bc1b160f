package tsukasa.watching.showing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Writing;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Product;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchedBill;
import tsukasa.watching.WatchedItem;

/// Makes the pages on which products are added.
@Component
class ItemDesk {
    private static final int SIZE = 50;
    private static final int OFFERED = 20;
    private static final int VENDORS = 20;
    private static final int LONGEST = 100;
    private final WatchLists lists;
    private final Products products;
    private final Adding adding;

    ItemDesk(WatchLists lists, Products products, Adding adding) {
        this.lists = lists;
        this.products = products;
        this.adding = adding;
    }

    ItemsPage page(Frame f, UUID owner, WatchList list, String words, int page, String pasted, Errors errors) {
        String asked = Adding.cut(words.strip(), LONGEST);
        long total = lists.size(owner, list.id());
        Paging paging = new Paging(page, SIZE, total);
        return new ItemsPage(
                f,
                list,
                WatchDesk.tabs(f, list, 1),
                lists.items(owner, list.id(), "", paging.page(), SIZE).items().stream()
                        .map(item -> item(f, list, item))
                        .toList(),
                paging,
                lists.bills(owner, list.id()).stream()
                        .map(bill -> bill(f, bill))
                        .toList(),
                asked,
                asked.isEmpty() ? List.of() : offered(f, asked),
                pasted,
                errors);
    }

    private static ItemsPage.Item item(Frame f, WatchList list, WatchedItem item) {
        String remark = !item.known()
                ? f.say("この製品についての脆弱性情報は、まだありません", "No entry speaks of this product yet")
                : item.version().isEmpty()
                        ? f.say("版が分からないため、「可能性あり」として知らせます", "Without a version, all is possible only")
                        : "";
        return new ItemsPage.Item(
                item.id(),
                item.title(),
                item.version(),
                item.names().getFirst(),
                f.writing().number(item.open()),
                item.open() == 0
                        ? null
                        : "/watch/lists/" + list.id() + "?q=" + URLEncoder.encode(item.whole(), StandardCharsets.UTF_8)
                                + "#list",
                remark);
    }

    private static ItemsPage.Bill bill(Frame f, WatchedBill bill) {
        Writing w = f.writing();
        String nameless = bill.nameless() == 0
                ? ""
                : f.say(
                        "。名前のない" + w.number(bill.nameless()) + "個は見守れません",
                        "; " + w.number(bill.nameless()) + " without a name cannot be watched");
        return new ItemsPage.Bill(
                bill.id(),
                bill.file(),
                (bill.name().isEmpty() ? "" : bill.name() + f.say("　", ", "))
                        + bill.format()
                        + f.say(
                                "　" + w.day(bill.sentAt()) + "　構成要素" + w.number(bill.parts()) + "個",
                                ", " + w.day(bill.sentAt()) + ", " + w.number(bill.parts()) + " components")
                        + nameless);
    }

    /// By name, and where that finds little and there are two words, by the name of the vendor first.
    private List<ItemsPage.Offer> offered(Frame f, String words) {
        Map<Long, Product> found = new LinkedHashMap<>();
        products.products(words, Set.of(), 0, OFFERED).items().forEach(one -> found.put(one.id(), one));
        int blank = words.indexOf(' ');
        if (found.size() < OFFERED && blank > 0) {
            Set<Long> vendors = products.vendors(words.substring(0, blank), 0, VENDORS).items().stream()
                    .map(Products.Vendor::id)
                    .collect(Collectors.toSet());
            if (!vendors.isEmpty()) {
                products.products(words.substring(blank + 1).strip(), vendors, 0, OFFERED)
                        .items()
                        .forEach(one -> found.putIfAbsent(one.id(), one));
            }
        }
        return found.values().stream()
                .limit(OFFERED)
                .map(one -> new ItemsPage.Offer(
                        one.id(), f.say(one.whole()), name(one), f.writing().number(one.entries())))
                .toList();
    }

    private static String name(Product product) {
        if (product.purl() != null) {
            return product.purl();
        }
        return product.vendor() == null ? product.key() : product.vendor().key() + " " + product.key();
    }

    AddPage offer(Frame f, UUID owner, long product, String name, String version, String list, Errors errors) {
        List<WatchList> own = lists.of(owner);
        String chosen = WatchDesk.parsed(list)
                .map(UUID::toString)
                .orElse(own.isEmpty() ? "" : own.getFirst().id().toString());
        if (!name.isBlank()) {
            return adding.ofName(name)
                    .map(item -> new AddPage(f, 0, item.title(), name, item.version(), own, chosen, errors))
                    .orElseThrow(ItemDesk::unknown);
        }
        Optional<Product> known = product > 0 ? products.product(product) : Optional.empty();
        return known.map(one -> new AddPage(
                        f, one.id(), f.say(one.whole()), "", Adding.cut(version, LONGEST * 2), own, chosen, errors))
                .orElseThrow(ItemDesk::unknown);
    }

    private static Problem unknown() {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                Text.of("その製品は、データベースにありません。", "There is no such product in the database."),
                Text.of("見守りリストの「製品」で、名前から探してください。", "Search for it by name under “Products” of a watch list."));
    }
}
