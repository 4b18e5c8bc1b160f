package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.watching.Finding;
import tsukasa.watching.Findings;
import tsukasa.watching.Findings.Slice;
import tsukasa.watching.Findings.Tally;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Added;
import tsukasa.watching.WatchedItem;

/// One's lists and findings for programs, with an API token of its owner.
@RestController
@Permit(Permission.SIGNED_IN)
class WatchApi {
    private static final int MOST = 500;
    private final WatchDesk desk;
    private final WatchLists lists;
    private final Removing removing;
    private final Findings findings;
    private final Adding adding;
    private final Files files;
    private final Rows rows;
    private final Asking asking;

    WatchApi(
            WatchDesk desk,
            WatchLists lists,
            Removing removing,
            Findings findings,
            Adding adding,
            Files files,
            Rows rows,
            Asking asking) {
        this.removing = removing;
        this.desk = desk;
        this.lists = lists;
        this.findings = findings;
        this.adding = adding;
        this.files = files;
        this.rows = rows;
        this.asking = asking;
    }

    /// @param waiting findings that are open or under review; exploited are those of them
    record ListLine(UUID id, String name, String note, String letters, long waiting, long exploited, Instant made) {}

    /// @param sboms  by number, those that have it
    /// @param byHand whether it was added by itself
    record Item(
            long id,
            String title,
            String version,
            List<String> names,
            long waiting,
            List<Long> sboms,
            boolean byHand) {}

    record WholeList(ListLine list, List<Item> items) {}

    /// @param names CPE names or package URLs; the first that can be read counts
    record WantedItem(
            @Nullable String title,
            @Nullable String version,
            @Nullable List<String> names) {}

    record WantedList(
            @Nullable String name,
            @Nullable String note,
            @Nullable List<WantedItem> items) {}

    /// @param next where the next page begins, for `after`; absent at the end
    record FoundFindings(List<Line> findings, Optional<String> next) {}

    record Line(
            long id,
            String number,
            Text title,
            String product,
            String version,
            Optional<String> severity,
            Optional<BigDecimal> score,
            boolean exploited,
            String answer,
            Text reason,
            String range,
            String rule,
            Optional<String> fix,
            String state,
            Instant since,
            Instant changed) {}

    @Described("Your watch lists, with how much waits in each")
    @GetMapping(path = "/api/watch/lists", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ListLine> lists(Visitor visitor) {
        Map<UUID, Tally> tallies = findings.tallies(visitor.id());
        return lists.of(visitor.id()).stream()
                .map(list -> line(list, tallies.getOrDefault(list.id(), Tally.NONE)))
                .toList();
    }

    private static ListLine line(WatchList list, Tally tally) {
        return new ListLine(
                list.id(),
                list.name(),
                list.note(),
                list.letters().name(),
                tally.waiting(),
                tally.exploited(),
                list.madeAt());
    }

    @Described("Makes a watch list; takes what list.json of a list gave out")
    @PostMapping(path = "/api/watch/lists", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    WholeList make(Visitor visitor, @RequestBody WantedList wanted) {
        String name = WatchController.plain(wanted.name() == null ? "" : wanted.name());
        String note = WatchController.plain(wanted.note() == null ? "" : wanted.note());
        if (name.isEmpty() || name.length() > 100 || note.length() > 2_000) {
            throw Problem.invalid(
                    Text.of("name は1文字から100文字、note は2,000文字までです。", "name has 1 to 100 characters, note at most 2,000."),
                    Text.of("直してから送ってください。", "Correct it and send it again."));
        }
        List<NewItem> items = items(wanted.items() == null ? List.of() : wanted.items());
        WatchList list = lists.make(visitor.id(), name, note, Language.JA);
        lists.add(visitor.id(), list.id(), items, null);
        return whole(visitor.id(), list);
    }

    private List<NewItem> items(List<WantedItem> wanted) {
        if (wanted.size() > WatchLists.MOST_ITEMS) {
            throw Problem.invalid(
                    Text.of(
                            "製品は" + WatchLists.MOST_ITEMS + "個までです。",
                            "At most " + WatchLists.MOST_ITEMS + " products."),
                    Text.of("リストを分けてください。", "Use more than one list."));
        }
        List<NewItem> items = new ArrayList<>();
        for (WantedItem one : wanted) {
            List<String> names = one.names() == null ? List.of() : one.names();
            items.add(names.stream()
                    .limit(20)
                    .map(adding::ofName)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            Text.of(
                                    "CPE名としても purl としても読めない製品があります：" + Adding.cut(String.join(" ", names), 100),
                                    "A product is neither a CPE name nor a package URL: "
                                            + Adding.cut(String.join(" ", names), 100)),
                            Text.of("names を直してください。", "Correct its names."))));
        }
        return items;
    }

    private WholeList whole(UUID owner, WatchList list) {
        Tally tally = findings.tally(owner, list.id());
        return new WholeList(
                line(list, tally),
                files.everyItem(owner, list.id()).values().stream()
                        .map(WatchApi::item)
                        .toList());
    }

    private static Item item(WatchedItem item) {
        return new Item(
                item.id(), item.title(), item.version(), item.names(), item.open(), item.bills(), item.byHand());
    }

    @Described("One of your watch lists with its products")
    @GetMapping(path = "/api/watch/lists/{list}", produces = MediaType.APPLICATION_JSON_VALUE)
    WholeList list(Visitor visitor, @PathVariable String list) {
        return whole(visitor.id(), desk.list(visitor.id(), list));
    }

    @Described("Removes a watch list; it can be taken back on its page for 30 days")
    @DeleteMapping("/api/watch/lists/{list}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Visitor visitor, @PathVariable String list) {
        removing.remove(visitor.id(), desk.list(visitor.id(), list));
    }

    @Described("Adds products by CPE name or package URL; what is there already stays")
    @PostMapping(path = "/api/watch/lists/{list}/items", produces = MediaType.APPLICATION_JSON_VALUE)
    Added add(Visitor visitor, @PathVariable String list, @RequestBody List<WantedItem> wanted) {
        WatchList found = desk.list(visitor.id(), list);
        return lists.add(visitor.id(), found.id(), items(wanted), null);
    }

    @Described("Takes a product off a list with its findings, whatever it came with")
    @DeleteMapping("/api/watch/lists/{list}/items/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeItem(Visitor visitor, @PathVariable String list, @PathVariable String item) {
        WatchList found = desk.list(visitor.id(), list);
        if (!lists.removeItem(visitor.id(), found.id(), ItemController.number(item))) {
            throw ItemController.noItem();
        }
    }

    @Described("What affects the products of a list, the most urgent first; conditions as on its page")
    @GetMapping(path = "/api/watch/lists/{list}/findings", produces = MediaType.APPLICATION_JSON_VALUE)
    FoundFindings findings(
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        WatchList found = desk.list(visitor.id(), list);
        Slice slice = findings.list(
                visitor.id(),
                asking.question(Wanted.read(request.getParameterMap()), Set.of(found.id()), Math.clamp(size, 1, MOST)));
        return new FoundFindings(
                rows.told(slice.findings()).stream().map(WatchApi::line).toList(),
                Optional.ofNullable(slice.next()).map(Wanted::written));
    }

    private static Line line(Rows.Told told) {
        Finding finding = told.finding();
        var head = told.head();
        return new Line(
                finding.id(),
                told.number(),
                head == null ? Text.same("") : head.title(),
                finding.product(),
                finding.version(),
                Optional.ofNullable(finding.severity()).map(Enum::name),
                Optional.ofNullable(finding.tenths()).map(tenths -> BigDecimal.valueOf(tenths, 1)),
                finding.exploited(),
                finding.reason().answer().name(),
                finding.reason().explain(),
                finding.reason().told(),
                finding.reason().rule().name(),
                Optional.ofNullable(finding.reason().fix()),
                finding.state().name(),
                finding.since(),
                finding.changedAt());
    }
}
