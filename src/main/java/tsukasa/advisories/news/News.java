package tsukasa.advisories.news;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.feed.Feed;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Products;

/// The entries that changed last, for readers of feeds.
@Component
class News {
    private static final Text TITLE = Text.of("脆弱性対策情報", "Vulnerability countermeasure information");
    private final Entries entries;
    private final Products products;
    private final Drafting drafting;
    private final PublicAddress address;
    private final Settings settings;

    News(Entries entries, Products products, Drafting drafting, PublicAddress address, Settings settings) {
        this.entries = entries;
        this.products = products;
        this.drafting = drafting;
        this.address = address;
        this.settings = settings;
    }

    /// @param items the latest first
    record Page(NewsAsked asked, List<Told> items) {
        Optional<Instant> updated() {
            return items.stream().findFirst().map(each -> each.head().updated());
        }
    }

    Page page(NewsAsked asked) {
        Set<Long> about = about(asked);
        boolean nothing = about.isEmpty() && !asked.vendors().isEmpty();
        List<EntryHead> heads =
                nothing ? List.of() : entries.list(asked.question(about)).heads();
        Map<EntryId, Entry> whole = new HashMap<>();
        entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
        return new Page(
                asked,
                heads.stream()
                        .filter(head -> whole.containsKey(head.number()))
                        .map(head -> new Told(head, Objects.requireNonNull(whole.get(head.number())), drafting))
                        .toList());
    }

    private Set<Long> about(NewsAsked asked) {
        Set<Long> about = new HashSet<>(asked.products());
        about.addAll(products.ofVendors(asked.vendors()));
        return about;
    }

    private String feed(NewsAsked asked, String ending) {
        return address.base() + "/vulnerabilities/feed." + ending + asked.query();
    }

    private String address(Told told, Language language) {
        String page = address.base() + "/vulnerabilities/" + told.head().number();
        return language == Language.EN ? page + "?lang=en" : page;
    }

    /// How serious, known to be exploited, kinds of weakness.
    private static Stream<String> tags(EntryHead head, Language language) {
        return Stream.of(
                        Stream.ofNullable(head.severity())
                                .map(severity -> severity.word().in(language)),
                        Stream.ofNullable(head.exploited()).map(_ -> "KEV"),
                        head.cwes().stream())
                .flatMap(each -> each);
    }

    /// @param ending of the feed's address, which says its form
    Feed feed(Page page, String ending) {
        Language language = page.asked().language();
        String self = feed(page.asked(), ending);
        return new Feed(
                self,
                TITLE.in(language),
                language,
                page.updated().orElse(Instant.EPOCH),
                self,
                address.base() + "/vulnerabilities",
                new Feed.Author(settings.agency().title().in(language), address.base() + "/"),
                page.items().stream().map(told -> item(told, language)).toList());
    }

    private Feed.Item item(Told told, Language language) {
        return new Feed.Item(
                address(told, Language.JA),
                told.head().number() + " " + told.title(language),
                address(told, language),
                told.head().registered(),
                told.head().updated(),
                told.overview(language),
                tags(told.head(), language).map(Feed.Category::new).toList());
    }
}
