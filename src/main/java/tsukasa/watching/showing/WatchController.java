package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.Findings;
import tsukasa.watching.Findings.Tally;
import tsukasa.watching.Letters;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// The pages of one's lists.
@Controller
@Permit(Permission.SIGNED_IN)
class WatchController {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2_000;
    private final WatchDesk desk;
    private final WatchLists lists;
    private final Findings findings;
    private final SettingsDesk settings;
    private final Removing removing;
    private final PublicAddress address;
    private final Notices notices;

    WatchController(
            WatchDesk desk,
            WatchLists lists,
            Findings findings,
            SettingsDesk settings,
            Removing removing,
            PublicAddress address,
            Notices notices) {
        this.removing = removing;
        this.desk = desk;
        this.lists = lists;
        this.findings = findings;
        this.settings = settings;
        this.address = address;
        this.notices = notices;
    }

    @GetMapping("/watch/lists")
    WatchPage overview(Frame frame, Visitor visitor) {
        return desk.overview(frame, visitor.id());
    }

    @GetMapping("/watch/new")
    NewListPage form(Frame frame) {
        return new NewListPage(frame, "", "", Errors.none());
    }

    @PostMapping("/watch/lists")
    Answer make(
            Frame frame,
            Visitor visitor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note) {
        Errors errors = described(frame, name, note);
        if (!errors.isEmpty()) {
            return new NewListPage(frame, name, note, errors);
        }
        WatchList list = lists.make(visitor.id(), plain(name), plain(note), frame.language());
        return new Redirect("/watch/lists/" + list.id() + "/items");
    }

    static Errors described(Frame f, String name, String note) {
        Errors errors = Errors.none();
        if (plain(name).isEmpty() || plain(name).length() > LONGEST_NAME) {
            errors = errors.with("name", f.say("名前を1文字から100文字までで入力してください。", "Enter a name of 1 to 100 characters."));
        }
        return plain(note).length() > LONGEST_NOTE
                ? errors.with("note", f.say("メモは2,000文字までです。", "A note has at most 2,000 characters."))
                : errors;
    }

    static String plain(String text) {
        return text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    @GetMapping("/watch/lists/{list}")
    ListPage list(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        return desk.page(frame, visitor.id(), desk.list(visitor.id(), list), Wanted.read(request.getParameterMap()));
    }

    @GetMapping("/watch/lists/{list}/settings")
    SettingsPage settings(Frame frame, Visitor visitor, @PathVariable String list) {
        return settings(frame, visitor, desk.list(visitor.id(), list), null);
    }

    private SettingsPage settings(Frame frame, Visitor visitor, WatchList found, @Nullable String fresh) {
        return settings.page(frame, visitor, found, fresh, null);
    }

    @PostMapping("/watch/lists/{list}/settings")
    Answer describe(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int version) {
        WatchList found = desk.list(visitor.id(), list);
        Errors errors = described(frame, name, note);
        if (!errors.isEmpty()) {
            return settings(frame, visitor, found, null).wrong(name, note, errors);
        }
        lists.describe(visitor.id(), found.id(), version, plain(name), plain(note));
        return changed(frame, request, found.id());
    }

    private Redirect changed(Frame frame, HttpServletRequest request, UUID list) {
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("設定を変えました。", "Your settings were changed."), null));
        return new Redirect("/watch/lists/" + list + "/settings");
    }

    @PostMapping("/watch/lists/{list}/telling")
    Redirect tell(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(defaultValue = "NEVER") String letters,
            @RequestParam(defaultValue = "ja") String language) {
        WatchList found = desk.list(visitor.id(), list);
        Letters chosen = java.util.Arrays.stream(Letters.values())
                .filter(each -> each.name().equals(letters))
                .findFirst()
                .orElse(Letters.NEVER);
        lists.tell(
                visitor.id(),
                found.id(),
                chosen,
                language.equals("en") ? tsukasa.kernel.Language.EN : tsukasa.kernel.Language.JA);
        return changed(frame, request, found.id());
    }

    /// Answers with the address itself: only its hash is kept, so there is nothing to come back to.
    @PostMapping("/watch/lists/{list}/feed")
    SettingsPage feed(Frame frame, Visitor visitor, HttpServletResponse response, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        String secret = lists.openFeed(visitor.id(), found.id());
        response.setHeader("Cache-Control", "no-store");
        return settings(frame, visitor, desk.list(visitor.id(), list), address.base() + "/watch/feeds/" + secret);
    }

    @PostMapping("/watch/lists/{list}/feed/removal")
    Redirect closeFeed(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        lists.closeFeed(visitor.id(), found.id());
        return changed(frame, request, found.id());
    }

    @GetMapping("/watch/lists/{list}/removal")
    RemovalPage removal(Frame frame, Visitor visitor, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        Tally tally = findings.tally(visitor.id(), found.id());
        return new RemovalPage(
                frame,
                found,
                frame.writing().number(lists.size(visitor.id(), found.id())),
                frame.writing().number(tally.waiting() + tally.decided()));
    }

    @PostMapping("/watch/lists/{list}/removal")
    Redirect remove(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        removing.remove(visitor.id(), found);
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say("「" + found.name() + "」を消しました。", "“" + found.name() + "” was removed."),
                        frame.say("30日以内なら、この画面の下から元に戻せます。", "You can take it back below for 30 days.")));
        return new Redirect("/watch");
    }

    @PostMapping("/watch/lists/{list}/return")
    Redirect takeBack(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        UUID known = WatchDesk.parsed(list).orElseThrow(WatchDesk::unknown);
        lists.takeBack(visitor.id(), known);
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("元に戻しました。", "It is back."), null));
        return new Redirect("/watch/lists/" + known);
    }
}
