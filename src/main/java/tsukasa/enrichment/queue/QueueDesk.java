package tsukasa.enrichment.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.enrichment.Claims;
import tsukasa.enrichment.Claims.Claim;
import tsukasa.enrichment.WaitingEntries;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Gaps;
import tsukasa.vulnerability.Gaps.Among;
import tsukasa.vulnerability.Gaps.Waiting;
import tsukasa.vulnerability.Gaps.Wanted;
import tsukasa.vulnerability.Products;

/// Finds what waits by the filters of the queue.
@Component
@Transactional(readOnly = true)
class QueueDesk implements WaitingEntries {
    private static final int MOST_VENDORS = 200;
    private static final int MOST_PRODUCTS = 2_000;
    private static final int AT_ONCE = 500;
    private final Gaps gaps;
    private final Claims claims;
    private final Products products;
    private final Entries entries;

    QueueDesk(Gaps gaps, Claims claims, Products products, Entries entries) {
        this.gaps = gaps;
        this.claims = claims;
        this.products = products;
        this.entries = entries;
    }

    Gaps.Listed list(QueueFilter filter, Visitor visitor, long from, int size) {
        return gaps.list(new Wanted(
                filter.gap() == null ? Set.of() : Set.of(filter.gap()),
                filter.exploited(),
                filter.likely(),
                filter.severity(),
                filter.year(),
                among(filter, visitor),
                from,
                size));
    }

    private Among among(QueueFilter filter, Visitor visitor) {
        List<Claim> taken = filter.person().isEmpty() ? List.of() : claims.all();
        Optional<UUID> whose =
                filter.person().equals(QueueFilter.MINE) ? Optional.of(visitor.id()) : filter.colleague();
        boolean nobody = filter.person().equals(QueueFilter.NOBODY);
        Set<Long> held = new HashSet<>();
        taken.stream()
                .filter(claim -> nobody || whose.filter(claim.by()::equals).isPresent())
                .forEach(claim -> held.add(claim.entry()));
        return new Among(
                named(filter),
                filter.cwe().isEmpty() ? null : filter.cwe(),
                nobody || filter.person().isEmpty() ? null : held,
                nobody ? held : Set.of());
    }

    /// The products that are meant, all that are one with them included; null for any.
    private @Nullable Set<Long> named(QueueFilter filter) {
        if (filter.vendor().isEmpty() && filter.product().isEmpty()) {
            return null;
        }
        Set<Long> makers = new LinkedHashSet<>();
        if (!filter.vendor().isEmpty()) {
            products.vendors(filter.vendor(), 0, MOST_VENDORS).items().forEach(vendor -> makers.add(vendor.id()));
            if (makers.isEmpty()) {
                return Set.of();
            }
        }
        if (filter.product().isEmpty()) {
            return products.same(products.ofVendors(makers));
        }
        Set<Long> found = new LinkedHashSet<>();
        products.products(filter.product(), makers, 0, MOST_PRODUCTS).items().forEach(one -> found.add(one.id()));
        return products.same(found);
    }

    /// Whoever has taken something, by name.
    Map<UUID, String> people() {
        Map<UUID, String> people = new HashMap<>();
        claims.all().forEach(claim -> people.put(claim.by(), claim.byName()));
        return people;
    }

    @Override
    public All all(UnaryOperator<String> parameters, Visitor visitor) {
        QueueFilter filter = QueueFilter.of(parameters);
        Gaps.Listed listed = list(filter, visitor, 0, MOST);
        List<Long> ids = listed.items().stream().map(Waiting::entry).toList();
        Map<Long, String> numbers = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (EntryHead head : entries.heads(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))) {
                numbers.put(head.id(), head.number().toString());
            }
        }
        List<String> inOrder = new ArrayList<>();
        ids.stream().filter(numbers::containsKey).forEach(id -> inOrder.add(numbers.getOrDefault(id, "")));
        return new All(inOrder, listed.total(), words(filter));
    }

    private List<Text> words(QueueFilter filter) {
        List<Text> words = new ArrayList<>();
        if (filter.gap() != null) {
            words.add(Text.of(
                    filter.gap().title().ja() + "がない",
                    "lacking: " + filter.gap().title().en().toLowerCase(java.util.Locale.ROOT)));
        }
        if (filter.severity() != null) {
            words.add(filter.severity().word());
        }
        if (filter.year() != null) {
            words.add(Text.of(filter.year() + "年の番号", "numbers of " + filter.year()));
        }
        for (String plain : List.of(filter.vendor(), filter.product(), filter.cwe())) {
            if (!plain.isEmpty()) {
                words.add(Text.same(plain));
            }
        }
        if (!filter.person().isEmpty()) {
            words.add(person(filter));
        }
        if (filter.exploited()) {
            words.add(Text.of("悪用されている", "exploited"));
        }
        if (filter.likely()) {
            words.add(Text.of("EPSS 10%以上", "EPSS from 10%"));
        }
        return words;
    }

    private Text person(QueueFilter filter) {
        return switch (filter.person()) {
            case QueueFilter.MINE -> Text.of("自分の担当", "taken by me");
            case QueueFilter.NOBODY -> Text.of("担当がいない", "taken by nobody");
            default -> {
                String name = filter.colleague().map(people()::get).orElse("?");
                yield Text.of("担当：" + name, "taken by " + name);
            }
        };
    }
}
