package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// One finding, and what its owner decides about it.
@Controller
@Permit(Permission.SIGNED_IN)
class FindingController {
    private final WatchLists lists;
    private final Findings findings;
    private final Rows rows;
    private final Notices notices;

    FindingController(WatchLists lists, Findings findings, Rows rows, Notices notices) {
        this.lists = lists;
        this.findings = findings;
        this.rows = rows;
        this.notices = notices;
    }

    private Finding found(UUID owner, String number) {
        Optional<Finding> found =
                number.matches("[0-9]{1,18}") ? findings.find(owner, Long.parseLong(number)) : Optional.empty();
        return found.orElseThrow(() -> Problem.notFound(Text.of("その該当はありません。", "There is no such finding.")));
    }

    @GetMapping("/watch/findings/{finding}")
    FindingPage show(Frame frame, Visitor visitor, @PathVariable String finding) {
        Finding found = found(visitor.id(), finding);
        Justification before =
                findings.justifications(visitor.id(), List.of(found.id())).get(found.id());
        return page(
                frame,
                visitor.id(),
                found,
                new DecisionForm(Wanted.word(found.state()), before == null ? "" : before.word(), "", Errors.none()));
    }

    private FindingPage page(Frame f, UUID owner, Finding finding, DecisionForm form) {
        WatchList list = lists.find(owner, finding.list()).orElseThrow(WatchDesk::unknown);
        Rows.Told told = rows.told(List.of(finding)).getFirst();
        return new FindingPage(
                f,
                list,
                Rows.row(f, told),
                told.head() == null ? "" : "/vulnerabilities/" + told.head().number(),
                facts(f, finding),
                history(f, owner, finding),
                finding.state() != FindingState.GONE,
                form);
    }

    private static List<Fact> facts(Frame f, Finding finding) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("製品", "Product"), finding.product()));
        facts.add(Fact.of(
                f.say("版", "Version"), finding.version().isEmpty() ? f.say("分からない", "Not known") : finding.version()));
        facts.add(Fact.of(
                f.say("範囲", "Range"),
                finding.reason().told().isEmpty() ? "—" : finding.reason().told()));
        facts.add(Fact.of(
                f.say("修正された版", "Fixed in"),
                Optional.ofNullable(finding.reason().fix()).orElse("—")));
        facts.add(Fact.of(
                f.say("決めた情報源", "Source that decided"),
                f.say(finding.reason().feed().title())));
        facts.add(Fact.of(f.say("該当した日", "Since"), f.writing().minute(finding.since())));
        return facts;
    }

    private List<Moment> history(Frame f, UUID owner, Finding finding) {
        List<Moment> moments = new ArrayList<>();
        for (FindingEvent event : findings.history(owner, finding.id())) {
            moments.add(new Moment(
                    moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                    f.writing().minute(event.at()),
                    what(f, event),
                    detail(f, event)));
        }
        moments.add(new Moment(
                moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                f.writing().minute(finding.since()),
                f.say("該当した", "It became affected"),
                null));
        return moments;
    }

    private static String what(Frame f, FindingEvent event) {
        List<String> words = new ArrayList<>();
        FindingEvent.Before before = event.before();
        if (before != null) {
            words.add(
                    event.became() != null
                            ? f.say(
                                    "版 " + version(f, before) + " の判断を引き継いだ",
                                    "Carried over from version " + version(f, before))
                            : f.say(
                                    "版 " + version(f, before) + " では「"
                                            + f.say(before.state().title()) + "」。新しい版には引き継いでいない",
                                    "Not carried over from version " + version(f, before) + ": "
                                            + f.say(before.state().title())));
        }
        if (event.undoes()) {
            words.add(f.say("まとめた判断を取り消した", "A decision about many was undone"));
        }
        FindingState became = event.became();
        if (became != null) {
            words.add(f.say(became.title()));
        }
        event.facts().forEach(fact -> words.add(f.say(fact.words())));
        return String.join(f.say("：", ": "), words);
    }

    private static String version(Frame f, FindingEvent.Before before) {
        return before.version().isEmpty() ? f.say("不明", "unknown") : before.version();
    }

    private static @Nullable String detail(Frame f, FindingEvent event) {
        List<String> words = new ArrayList<>();
        Justification justification = event.justification();
        if (justification != null) {
            words.add(f.say(justification.title()));
        }
        if (!event.note().isEmpty()) {
            words.add(event.note());
        }
        if (!event.byName().isEmpty()) {
            words.add(event.byName());
        }
        return words.isEmpty() ? null : String.join(f.say("　", " · "), words);
    }

    @PostMapping("/watch/findings/{finding}")
    Answer decide(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String finding,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String justification,
            @RequestParam(defaultValue = "") String note) {
        Finding found = found(visitor.id(), finding);
        DecisionForm typed = DecisionForm.typed(frame, state, justification, note);
        Optional<Decision> decision = typed.decision();
        if (decision.isEmpty()) {
            return page(frame, visitor.id(), found, typed);
        }
        findings.decide(visitor.id(), visitor.recordedName(), List.of(found.id()), decision.get());
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(
                                "「" + frame.say(decision.get().state().title()) + "」にしました。",
                                "It is now: " + frame.say(decision.get().state().title()) + "."),
                        null));
        return new Redirect("/watch/findings/" + found.id());
    }
}
