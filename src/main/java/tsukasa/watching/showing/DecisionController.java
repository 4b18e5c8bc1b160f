package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
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
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.WatchList;

/// What its owner decides about several findings of a list at once. They are shown before anything is changed.
@Controller
@Permit(Permission.SIGNED_IN)
class DecisionController {
    private static final int LONGEST_BACK = 500;
    private final WatchDesk desk;
    private final Findings findings;
    private final Rows rows;
    private final Notices notices;

    DecisionController(WatchDesk desk, Findings findings, Rows rows, Notices notices) {
        this.desk = desk;
        this.findings = findings;
        this.rows = rows;
        this.notices = notices;
    }

    @GetMapping("/watch/lists/{list}/decision")
    Answer ask(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(name = "n", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String back) {
        WatchList found = desk.list(visitor.id(), list);
        List<Finding> some = chosen(visitor.id(), found, chosen);
        return some.isEmpty()
                ? nothing(frame, request, found, back)
                : page(frame, found, some, back, new DecisionForm("", "", "", Errors.none()));
    }

    /// What no longer matches waits for nobody's decision.
    private List<Finding> chosen(UUID owner, WatchList list, List<String> numbers) {
        List<Long> wanted = numbers.stream()
                .limit(Findings.MOST_AT_ONCE)
                .map(ItemController::number)
                .toList();
        return findings.chosen(owner, list.id(), wanted).stream()
                .filter(finding -> finding.state() != FindingState.GONE)
                .toList();
    }

    private Redirect nothing(Frame f, HttpServletRequest request, WatchList list, String back) {
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.WARNING,
                        f.say("選ばれていません。", "Nothing was chosen."),
                        f.say("判断する脆弱性に印を付けてください。", "Tick the findings you want to decide about.")));
        return back(list, back);
    }

    static Redirect back(WatchList list, String query) {
        boolean plain = query.length() <= LONGEST_BACK
                && query.chars().allMatch(c -> c > ' ' && c <= '~' && c != '#' && c != '\\');
        return new Redirect("/watch/lists/" + list.id() + (query.isEmpty() || !plain ? "" : "?" + query) + "#list");
    }

    private DecisionPage page(Frame f, WatchList list, List<Finding> some, String back, DecisionForm form) {
        long decided = some.stream()
                .filter(finding -> finding.state() != FindingState.OPEN)
                .count();
        return new DecisionPage(
                f, list, rows.rows(f, some), decided == 0 ? "" : f.writing().number(decided), back, form, null);
    }

    @PostMapping("/watch/lists/{list}/decision")
    Answer decide(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(name = "n", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String justification,
            @RequestParam(defaultValue = "") String note) {
        WatchList found = desk.list(visitor.id(), list);
        List<Finding> some = chosen(visitor.id(), found, chosen);
        if (some.isEmpty()) {
            return nothing(frame, request, found, back);
        }
        DecisionForm typed = DecisionForm.typed(frame, state, justification, note);
        Optional<Decision> decision = typed.decision();
        if (decision.isEmpty()) {
            return page(frame, found, some, back, typed);
        }
        int done = findings.decide(
                visitor.id(),
                visitor.recordedName(),
                some.stream().map(Finding::id).toList(),
                decision.get());
        String title = frame.say(decision.get().state().title());
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(
                                frame.writing().number(done) + "件を「" + title + "」にしました。",
                                frame.writing().number(done) + " are now: " + title + "."),
                        null));
        return back(found, back);
    }
}
