package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.exposure.CheckedBills;
import tsukasa.exposure.CheckedBills.CheckedBill;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Added;
import tsukasa.watching.showing.Adding.SentBill;

/// `/watch/sbom?result=…`: where the result of a check leads whoever wants to go on watching what was checked. The
/// result is found by its address alone, as long as it is in memory.
@Controller
@Permit(Permission.SIGNED_IN)
class CheckedController {
    private final WatchLists lists;
    private final WatchDesk desk;
    private final CheckedBills checked;
    private final Adding adding;
    private final CheckedLists filling;
    private final Notices notices;

    CheckedController(
            WatchLists lists,
            WatchDesk desk,
            CheckedBills checked,
            Adding adding,
            CheckedLists filling,
            Notices notices) {
        this.lists = lists;
        this.desk = desk;
        this.checked = checked;
        this.adding = adding;
        this.filling = filling;
        this.notices = notices;
    }

    private CheckedBill checked(String result) {
        return checked.find(result)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.GONE,
                        Text.of("この照合の結果は、もうありません。", "This result is gone."),
                        Text.of("見守りリストの「製品」で、SBOM を送ってください。", "Send the SBOM under “Products” of a watch list.")));
    }

    /// What is kept of it, and how many of its parts cannot be watched.
    private SentBill sent(Frame f, CheckedBill bill) {
        String file = bill.bill().name().isBlank()
                ? f.say("照合した SBOM", "Checked SBOM")
                : bill.bill().name();
        return adding.ofBill(file, bill.bill(), bill.components(), bill.components() - bill.named());
    }

    private static String left(Frame f, CheckedBill bill, SentBill sent) {
        List<String> left = new ArrayList<>();
        int nameless = sent.about().nameless();
        int beyond = bill.named() - bill.bill().parts().size();
        if (nameless > 0) {
            left.add(f.say(
                    "名前（purl か CPE）のない" + f.writing().number(nameless) + "個は見守れません。",
                    f.writing().number(nameless) + " without a package URL or a CPE name cannot be watched."));
        }
        if (beyond > 0) {
            left.add(f.say(
                    "1つのリストに入るのは" + f.writing().number(WatchLists.MOST_ITEMS) + "個までなので、あとの"
                            + f.writing().number(beyond) + "個は入りません。",
                    "A list holds " + f.writing().number(WatchLists.MOST_ITEMS) + ": the last "
                            + f.writing().number(beyond) + " are left out."));
        }
        return String.join(f.japanese() ? "" : " ", left);
    }

    @GetMapping("/watch/sbom")
    CheckedPage offer(Frame frame, Visitor visitor, @RequestParam(defaultValue = "") String result) {
        List<WatchList> own = lists.of(visitor.id());
        String chosen = own.isEmpty() ? "" : own.getFirst().id().toString();
        return page(frame, visitor.id(), result, chosen, Errors.none());
    }

    private CheckedPage page(Frame f, UUID owner, String result, String chosen, Errors errors) {
        CheckedBill bill = checked(result);
        SentBill sent = sent(f, bill);
        return new CheckedPage(
                f,
                result,
                List.of(
                        Fact.of("SBOM", sent.about().file()),
                        Fact.of(f.say("形式", "Format"), sent.about().format()),
                        Fact.of(f.say("構成要素", "Components"), f.writing().number(bill.components())),
                        Fact.of(
                                f.say("見守れるもの", "Can be watched"),
                                f.writing().number(sent.items().size()))),
                left(f, bill, sent),
                lists.of(owner),
                chosen,
                errors);
    }

    @PostMapping("/watch/sbom")
    Answer take(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String list) {
        CheckedBill bill = checked(result);
        WatchList into = list.isEmpty() ? null : desk.list(visitor.id(), list);
        try {
            SentBill sent = sent(frame, bill);
            CheckedLists.Filled filled = filling.fill(visitor.id(), into, sent, frame.language());
            return added(frame, request, filled, left(frame, bill, sent));
        } catch (Problem problem) {
            String sentence = frame.say(problem.what()) + (frame.japanese() ? "" : " ") + frame.say(problem.next());
            return page(frame, visitor.id(), result, list, Errors.none().with("list", sentence));
        }
    }

    private Redirect added(Frame f, HttpServletRequest request, CheckedLists.Filled filled, String left) {
        Added added = filled.added();
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        f.say(
                                "製品を" + f.writing().number(added.added()) + "件加えました。" + left,
                                f.writing().number(added.added()) + " added. " + left),
                        f.say(
                                "いま該当する脆弱性は" + f.writing().number(added.findings()) + "件です。これから増えたら、お知らせします。",
                                f.writing().number(added.findings())
                                        + " vulnerabilities concern them now; you will hear of new ones.")));
        return new Redirect("/watch/lists/" + filled.list());
    }
}
