package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
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
import tsukasa.watching.BillDifference;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Replaced;
import tsukasa.watching.WatchedBill;
import tsukasa.watching.showing.Adding.SentBill;

/// Bills of materials come into a list, take the place of one there, and go.
@Controller
@Permit(Permission.SIGNED_IN)
class BillController {
    private static final long LARGEST = 20L * 1024 * 1024;
    private final WatchDesk desk;
    private final ItemDesk items;
    private final WatchLists lists;
    private final Adding adding;
    private final Notices notices;

    BillController(WatchDesk desk, ItemDesk items, WatchLists lists, Adding adding, Notices notices) {
        this.desk = desk;
        this.items = items;
        this.lists = lists;
        this.adding = adding;
        this.notices = notices;
    }

    /// What was sent, or why it is none that could be read.
    private sealed interface Reading {
        record Read(SentBill bill) implements Reading {}

        record Wrong(Errors errors) implements Reading {}
    }

    private Reading read(Frame f, @Nullable MultipartFile sbom) throws IOException {
        if (sbom == null || sbom.isEmpty()) {
            return wrong(f.say("ファイルを選んでください。", "Choose a file."));
        }
        if (sbom.getSize() > LARGEST) {
            return wrong(f.say("20 MB を超えています。", "It is larger than 20 MB."));
        }
        String name = sbom.getOriginalFilename() == null ? "" : sbom.getOriginalFilename();
        try (InputStream in = sbom.getInputStream()) {
            return new Reading.Read(adding.readBill(name, in));
        } catch (Problem problem) {
            return wrong(f, problem);
        }
    }

    private static Reading.Wrong wrong(String sentence) {
        return new Reading.Wrong(Errors.none().with("sbom", sentence));
    }

    private static Reading.Wrong wrong(Frame f, Problem problem) {
        return wrong(f.say(problem.what()) + (f.japanese() ? "" : " ") + f.say(problem.next()));
    }

    @PostMapping("/watch/lists/{list}/bills")
    Answer send(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(required = false) @Nullable MultipartFile sbom)
            throws IOException {
        WatchList found = desk.list(visitor.id(), list);
        return switch (read(frame, sbom)) {
            case Reading.Wrong(Errors errors) -> items.page(frame, visitor.id(), found, "", 1, "", errors);
            case Reading.Read(SentBill bill) -> {
                try {
                    yield ItemController.added(
                            frame,
                            notices,
                            request,
                            found.id(),
                            lists.add(visitor.id(), found.id(), bill.items(), bill.about()));
                } catch (Problem problem) {
                    yield items.page(
                            frame,
                            visitor.id(),
                            found,
                            "",
                            1,
                            "",
                            wrong(frame, problem).errors());
                }
            }
        };
    }

    private WatchedBill bill(UUID owner, WatchList list, String number) {
        long wanted = ItemController.number(number);
        return lists.bills(owner, list.id()).stream()
                .filter(bill -> bill.id() == wanted)
                .findFirst()
                .orElseThrow(BillController::noBill);
    }

    static Problem noBill() {
        return Problem.notFound(Text.of("その SBOM は、リストにありません。", "There is no such SBOM in the list."));
    }

    @GetMapping("/watch/lists/{list}/bills/{bill}/replacement")
    ReplacePage offer(Frame frame, Visitor visitor, @PathVariable String list, @PathVariable String bill) {
        WatchList found = desk.list(visitor.id(), list);
        return new ReplacePage(
                frame, found, bill(visitor.id(), found, bill), Optional.empty(), Optional.empty(), Errors.none());
    }

    /// Answers with what changed, or with `try` what would: the file is not kept, so there is nothing to come back to.
    @PostMapping("/watch/lists/{list}/bills/{bill}/replacement")
    ReplacePage replace(
            Frame frame,
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable String list,
            @PathVariable String bill,
            @RequestParam(name = "try", defaultValue = "") String tried,
            @RequestParam(required = false) @Nullable MultipartFile sbom)
            throws IOException {
        WatchList found = desk.list(visitor.id(), list);
        WatchedBill old = bill(visitor.id(), found, bill);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return switch (read(frame, sbom)) {
            case Reading.Wrong(Errors errors) ->
                new ReplacePage(frame, found, old, Optional.empty(), Optional.empty(), errors);
            case Reading.Read(SentBill sent) -> replace(frame, visitor.id(), found, old, sent, !tried.isEmpty());
        };
    }

    private ReplacePage replace(Frame f, UUID owner, WatchList list, WatchedBill old, SentBill sent, boolean tried) {
        try {
            if (tried) {
                BillDifference difference = lists.difference(owner, list.id(), Set.of(old.id()), sent.items());
                return new ReplacePage(f, list, old, Optional.of(difference), Optional.empty(), Errors.none());
            }
            Replaced done = lists.replace(owner, list.id(), Set.of(old.id()), sent.items(), sent.about());
            return new ReplacePage(f, list, old, Optional.of(done.difference()), Optional.of(done), Errors.none());
        } catch (Problem problem) {
            return new ReplacePage(
                    f,
                    list,
                    old,
                    Optional.empty(),
                    Optional.empty(),
                    wrong(f, problem).errors());
        }
    }

    @GetMapping("/watch/lists/{list}/bills/{bill}/removal")
    LeavePage leave(Frame frame, Visitor visitor, @PathVariable String list, @PathVariable String bill) {
        WatchList found = desk.list(visitor.id(), list);
        return lists.leavingBill(visitor.id(), found.id(), ItemController.number(bill))
                .map(leaving -> new LeavePage(frame, found, leaving, true))
                .orElseThrow(BillController::noBill);
    }

    @PostMapping("/watch/lists/{list}/bills/{bill}/removal")
    Redirect remove(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String bill) {
        WatchList found = desk.list(visitor.id(), list);
        if (!lists.removeBills(visitor.id(), found.id(), Set.of(ItemController.number(bill)))) {
            throw noBill();
        }
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("リストから外しました。", "It was taken off the list."), null));
        return new Redirect("/watch/lists/" + found.id() + "/items");
    }
}
