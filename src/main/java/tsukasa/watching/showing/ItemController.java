package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Added;

/// Products come into a list and go out of it.
@Controller
@Permit(Permission.SIGNED_IN)
class ItemController {
    private static final int MOST_LINES = 500;
    private final WatchDesk desk;
    private final ItemDesk items;
    private final WatchLists lists;
    private final Adding adding;
    private final Notices notices;

    ItemController(WatchDesk desk, ItemDesk items, WatchLists lists, Adding adding, Notices notices) {
        this.desk = desk;
        this.items = items;
        this.lists = lists;
        this.adding = adding;
        this.notices = notices;
    }

    @GetMapping("/watch/lists/{list}/items")
    ItemsPage items(
            Frame frame,
            Visitor visitor,
            @PathVariable String list,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        return items.page(frame, visitor.id(), desk.list(visitor.id(), list), words, page, "", Errors.none());
    }

    @PostMapping("/watch/lists/{list}/items")
    Answer add(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String names) {
        WatchList found = desk.list(visitor.id(), list);
        List<NewItem> wanted = new ArrayList<>();
        Errors errors = Errors.none();
        List<String> lines =
                names.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            Optional<NewItem> item = adding.ofName(line);
            if (item.isEmpty() && errors.isEmpty()) {
                String shown = Adding.cut(line, 80);
                errors = errors.with(
                        "names",
                        frame.say(
                                "「" + shown + "」は、CPE名としても purl としても読めません。",
                                "“" + shown + "” is neither a CPE name of a product nor a package URL."));
            }
            item.ifPresent(wanted::add);
        }
        if (lines.isEmpty()) {
            errors = errors.with("names", frame.say("CPE名か purl を入力してください。", "Enter CPE names or package URLs."));
        } else if (lines.size() > MOST_LINES) {
            errors = errors.with("names", frame.say("一度に500行までです。", "At most 500 lines at once."));
        }
        return errors.isEmpty()
                ? added(frame, request, found.id(), lists.add(visitor.id(), found.id(), wanted, null))
                : items.page(frame, visitor.id(), found, "", 1, names, errors);
    }

    private Redirect added(Frame f, HttpServletRequest request, UUID list, Added added) {
        return added(f, notices, request, list, added);
    }

    static Redirect added(Frame f, Notices notices, HttpServletRequest request, UUID list, Added added) {
        String number = f.writing().number(added.findings());
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        added.added() == 0
                                ? f.say("すでにリストにあります。", "It was in the list already.")
                                : f.say(
                                        "製品を" + f.writing().number(added.added()) + "件加えました。",
                                        f.writing().number(added.added()) + " added."),
                        added.added() == 0
                                ? null
                                : f.say(
                                        "いま該当する脆弱性は" + number + "件です。これから増えたら、お知らせします。",
                                        number + " vulnerabilities concern them now; you will hear of new ones.")));
        return new Redirect("/watch/lists/" + list);
    }

    @GetMapping("/watch/lists/{list}/items/{item}/removal")
    LeavePage leave(Frame frame, Visitor visitor, @PathVariable String list, @PathVariable String item) {
        WatchList found = desk.list(visitor.id(), list);
        return lists.leavingItem(visitor.id(), found.id(), number(item))
                .map(leaving -> new LeavePage(frame, found, leaving, false))
                .orElseThrow(ItemController::noItem);
    }

    @PostMapping("/watch/lists/{list}/items/{item}/removal")
    Redirect remove(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String item) {
        WatchList found = desk.list(visitor.id(), list);
        if (!lists.removeItem(visitor.id(), found.id(), number(item))) {
            throw noItem();
        }
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("リストから外しました。", "It was taken off the list."), null));
        return new Redirect("/watch/lists/" + found.id() + "/items");
    }

    static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : -1;
    }

    static Problem noItem() {
        return Problem.notFound(Text.of("その製品は、リストにありません。", "It is not in the list."));
    }

    /// `/watch/add?product=17&version=2.14.1`, or `name=` with a CPE name or a package URL: where pages of products
    /// lead.
    @GetMapping("/watch/add")
    AddPage offer(
            Frame frame,
            Visitor visitor,
            @RequestParam(defaultValue = "0") String product,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String list) {
        return items.offer(frame, visitor.id(), number(product), name, version, list, Errors.none());
    }

    @PostMapping("/watch/add")
    Answer take(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") String product,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String list) {
        Optional<NewItem> item = name.isBlank() ? adding.ofProduct(number(product), version) : adding.ofName(name);
        if (item.isEmpty()) {
            return items.offer(
                    frame,
                    visitor.id(),
                    number(product),
                    name,
                    version,
                    list,
                    Errors.none()
                            .with(
                                    "version",
                                    frame.say(
                                            "版は、空白を含まない半角の200文字までで入力してください。",
                                            "A version has up to 200 ASCII characters without blanks.")));
        }
        WatchList into = list.isEmpty()
                ? lists.make(visitor.id(), frame.say("見守りリスト", "Watch list"), "", frame.language())
                : desk.list(visitor.id(), list);
        return added(frame, request, into.id(), lists.add(visitor.id(), into.id(), List.of(item.get()), null));
    }
}
