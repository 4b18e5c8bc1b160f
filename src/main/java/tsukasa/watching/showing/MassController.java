package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.watching.Decision;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.MassDecision;
import tsukasa.watching.MassDecision.Step;
import tsukasa.watching.MassDecisions;
import tsukasa.watching.WatchList;

/// One decision about all findings that match the conditions of a page, confirmed before, and undone afterwards.
@Controller
@Permit(Permission.SIGNED_IN)
class MassController {
    private static final String AGAIN_IN_SECONDS = "2";
    private static final int SAMPLE = 20;
    private final WatchDesk desk;
    private final Findings findings;
    private final MassDecisions masses;
    private final Rows rows;
    private final Asking asking;
    private final Notices notices;

    MassController(WatchDesk desk, Findings findings, MassDecisions masses, Rows rows, Asking asking, Notices notices) {
        this.desk = desk;
        this.findings = findings;
        this.masses = masses;
        this.rows = rows;
        this.asking = asking;
        this.notices = notices;
    }

    @GetMapping("/watch/lists/{list}/decision/all")
    Answer ask(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String back) {
        WatchList found = desk.list(visitor.id(), list);
        return page(frame, visitor.id(), request, found, back, new DecisionForm("", "", "", Errors.none()));
    }

    private FindingQuestion question(WatchList list, String back, int size) {
        return asking.question(Wanted.read(back), Set.of(list.id()), size).from(null);
    }

    private Answer page(
            Frame f, UUID owner, HttpServletRequest request, WatchList list, String back, DecisionForm form) {
        FindingQuestion question = question(list, back, SAMPLE);
        long total = findings.count(owner, question, MassDecisions.MOST + 1);
        if (total == 0) {
            return nothing(f, request, list, back);
        }
        String most = f.writing().number(MassDecisions.MOST);
        boolean more = total > MassDecisions.MOST;
        return new DecisionPage(
                f,
                list,
                rows.rows(f, findings.list(owner, question).findings()),
                "",
                back,
                form,
                new DecisionPage.All(
                        more ? most : f.writing().number(total),
                        more
                                ? f.say(
                                        "条件に当てはまるものが" + most + "件を超えています。並び順で先頭の" + most
                                                + "件だけに記録します。残りは、終わってからもう一度行ってください。",
                                        "More than " + most + " match. It is recorded on the first " + most
                                                + " in this order; do it again for the rest afterwards.")
                                : f.say("一度に" + most + "件までです。", "At most " + most + " at once."),
                        question.newest()));
    }

    private Redirect nothing(Frame f, HttpServletRequest request, WatchList list, String back) {
        notices.leave(request, new Notice(Notice.Kind.WARNING, f.say("当てはまるものはありません。", "Nothing matches."), null));
        return DecisionController.back(list, back);
    }

    @PostMapping("/watch/lists/{list}/decision/all")
    Answer decide(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String justification,
            @RequestParam(defaultValue = "") String note) {
        WatchList found = desk.list(visitor.id(), list);
        DecisionForm typed = DecisionForm.typed(frame, state, justification, note);
        Optional<Decision> decision = typed.decision();
        if (decision.isEmpty()) {
            return page(frame, visitor.id(), request, found, back, typed);
        }
        return masses.begin(
                        visitor.id(), found.id(), question(found, back, SAMPLE), visitor.recordedName(), decision.get())
                .<Answer>map(begun -> new Redirect(address(begun)))
                .orElseGet(() -> nothing(frame, request, found, back));
    }

    static String address(MassDecision mass) {
        return "/watch/lists/" + mass.list() + "/masses/" + mass.id();
    }

    @GetMapping("/watch/lists/{list}/masses/{mass}")
    MassPage one(
            Frame frame,
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable String list,
            @PathVariable String mass) {
        WatchList found = desk.list(visitor.id(), list);
        MassDecision one = found(visitor.id(), found, mass);
        if (one.step().going()) {
            response.setHeader("Refresh", AGAIN_IN_SECONDS);
        }
        return shown(frame, found, one);
    }

    private MassDecision found(UUID owner, WatchList list, String number) {
        return masses.find(owner, ItemController.number(number))
                .filter(mass -> mass.list().equals(list.id()))
                .orElseThrow(() -> Problem.notFound(Text.of("その判断はありません。", "There is no such decision.")));
    }

    @PostMapping("/watch/lists/{list}/masses/{mass}/undoing")
    Answer undo(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String mass) {
        MassDecision one = found(visitor.id(), desk.list(visitor.id(), list), mass);
        if (!masses.undo(visitor.id(), one.id())) {
            notices.leave(
                    request,
                    new Notice(
                            Notice.Kind.WARNING,
                            frame.say("すでに取り消したか、まだ終わっていません。", "It is undone already, or has not ended yet."),
                            null));
        }
        return new Redirect(address(one));
    }

    private static MassPage shown(Frame f, WatchList list, MassDecision mass) {
        String total = f.writing().number(mass.total());
        String handled = f.writing().number(mass.handled());
        String words = f.say(total + "件のうち" + handled + "件", handled + " of " + total);
        int left = mass.handled() - mass.changed();
        return new MassPage(
                f,
                list,
                mass.id(),
                lead(f, mass),
                mass.step().going() ? new Progress(words, (double) mass.handled(), mass.total()) : null,
                words,
                mass.step().going() || left <= 0
                        ? null
                        : left(f, mass, f.writing().number(left)),
                facts(f, mass),
                mass.step() == Step.DONE && mass.changed() > 0);
    }

    private static String lead(Frame f, MassDecision mass) {
        String changed = f.writing().number(mass.changed());
        String title = f.say(mass.decision().state().title());
        return switch (mass.step()) {
            case RUNNING -> f.say("「" + title + "」を記録しています。", "Being recorded: " + title + ".");
            case DONE -> f.say(changed + "件を「" + title + "」にしました。", changed + " are now: " + title + ".");
            case UNDOING -> f.say("「" + title + "」を取り消しています。", "Being undone: " + title + ".");
            case UNDONE -> f.say(changed + "件を、前の状態に戻しました。", changed + " are what they were before.");
        };
    }

    private static String left(Frame f, MassDecision mass, String left) {
        return mass.step() == Step.DONE
                ? f.say(left + "件は、その間に該当しなくなったため変えていません。", left + " no longer match and were left out.")
                : f.say(
                        left + "件は、その後に変わったか、前の判断の対象でなかったため、そのままです。",
                        left + " have changed since, or were not decided by it, and stay as they are.");
    }

    private static List<Fact> facts(Frame f, MassDecision mass) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("状態", "State"), f.say(mass.decision().state().title())));
        Justification why = mass.decision().justification();
        if (why != null) {
            facts.add(Fact.of(f.say("理由", "Reason"), f.say(why.title())));
        }
        if (!mass.decision().note().isEmpty()) {
            facts.add(Fact.of(f.say("メモ", "Note"), mass.decision().note()));
        }
        facts.add(Fact.of(f.say("始めた時", "Begun"), f.writing().minute(mass.begunAt())));
        if (mass.endedAt() != null) {
            facts.add(Fact.of(f.say("終わった時", "Ended"), f.writing().minute(mass.endedAt())));
        }
        return facts;
    }
}
