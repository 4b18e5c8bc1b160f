package tsukasa.scheme.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.audit.Reads;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.casework.CaseDesk.Attempt;
import tsukasa.scheme.casework.CaseDesk.Open;
import tsukasa.scheme.casework.CaseListStore.File;
import tsukasa.scheme.casework.CaseListStore.Filter;

@Controller
@Permit(Permission.HANDLE_CASES)
class CaseController {
    private static final int LONGEST = 1_000;
    private static final Map<String, Open> OPEN = Map.of(
            "correction", Open.CORRECTION,
            "withdrawal", Open.WITHDRAWAL,
            "restoration", Open.RESTORATION,
            "assignment", Open.ASSIGNMENT,
            "handover", Open.HANDOVER,
            "release", Open.RELEASE,
            "removal", Open.REMOVAL,
            "restriction", Open.RESTRICTION,
            "opening", Open.OPENING);
    private final CaseDesk desk;
    private final AuditedCases deeds;
    private final Letters letters;
    private final Notices notices;

    CaseController(CaseDesk desk, AuditedCases deeds, Letters letters, Notices notices) {
        this.desk = desk;
        this.deeds = deeds;
        this.letters = letters;
        this.notices = notices;
    }

    @GetMapping("/staff/{scheme}")
    @Reads(AuditedCases.LIST)
    CasesPage list(
            Frame frame,
            Visitor visitor,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String prefecture,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(defaultValue = "-received") String sort,
            @RequestParam(defaultValue = "1") int page) {
        Scheme found = desk.scheme(scheme, visitor);
        String text = clean(q);
        Filter filter = new Filter(
                found,
                text.substring(0, Math.min(100, text.length())),
                States.ALL.contains(state) ? state : "",
                Prefecture.ofCode(prefecture).map(Prefecture::code).orElse(""),
                found.level(level).map(Scheme.Level::id).orElse(""),
                CaseDesk.handler(handler, visitor),
                CaseListStore.Order.read(sort));
        deeds.listed(filter, page);
        return desk.list(frame, filter, page, visitor);
    }

    @GetMapping("/staff/{scheme}/cases/{number}")
    @Reads(AuditedCases.ONE)
    CasePage page(
            Frame frame,
            Visitor visitor,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String person) {
        Open part = OPEN.getOrDefault(open, Open.NOTHING);
        File file = desk.file(desk.scheme(scheme, visitor), number);
        deeds.read(scheme, file);
        Attempt attempt = new Attempt(part, Map.of("person", person), "", Errors.none());
        return desk.page(frame, desk.scheme(scheme, visitor), file, attempt, visitor);
    }

    @PostMapping("/staff/{scheme}/cases/{number}/correction")
    Answer correct(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        File file = desk.file(desk.scheme(scheme, visitor), number);
        Scheme version = desk.version(desk.scheme(scheme, visitor), file);
        Map<String, Object> answers =
                new Correction(version).applied(Answers.parse(file.answers()).values(), request.getParameterMap());
        Changes.Outcome outcome = deeds.correct(file, answers, clean(reason), visitor);
        Attempt attempt = new Attempt(Open.CORRECTION, answers, clean(reason), Errors.none());
        return new Tried(frame, visitor, request, scheme, file, attempt, Text.of("訂正しました。", "The entry was corrected."))
                .answer(outcome, Letters.Happening.CORRECTED);
    }

    @PostMapping("/staff/{scheme}/cases/{number}/withdrawal")
    Answer withdraw(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        File file = desk.file(desk.scheme(scheme, visitor), number);
        Changes.Outcome outcome = deeds.withdraw(file, clean(reason), visitor);
        Attempt attempt = new Attempt(Open.WITHDRAWAL, Map.of(), clean(reason), Errors.none());
        return new Tried(
                        frame, visitor, request, scheme, file, attempt, Text.of("取り下げました。", "The entry was withdrawn."))
                .answer(outcome, Letters.Happening.WITHDRAWN);
    }

    @PostMapping("/staff/{scheme}/cases/{number}/restoration")
    Answer restore(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        File file = desk.file(desk.scheme(scheme, visitor), number);
        Changes.Outcome outcome = deeds.restore(file, clean(reason), visitor);
        Attempt attempt = new Attempt(Open.RESTORATION, Map.of(), clean(reason), Errors.none());
        return new Tried(
                        frame,
                        visitor,
                        request,
                        scheme,
                        file,
                        attempt,
                        Text.of("取下げを取り消しました。", "The withdrawal was taken back."))
                .answer(outcome, Letters.Happening.RESTORED);
    }

    @PostMapping("/staff/{scheme}/cases/{number}/note")
    Answer note(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note) {
        File file = desk.file(desk.scheme(scheme, visitor), number);
        Changes.Outcome outcome = deeds.note(file, clean(note), visitor);
        Attempt attempt = new Attempt(Open.NOTE, Map.of(), clean(note), Errors.none());
        return new Tried(frame, visitor, request, scheme, file, attempt, Text.of("メモを残しました。", "The note was kept."))
                .answer(outcome, null);
    }

    /// A deed that was tried, and what it is answered with.
    private final class Tried {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final String scheme;
        private final File file;
        private final Attempt attempt;
        private final Text done;

        Tried(
                Frame frame,
                Visitor visitor,
                HttpServletRequest request,
                String scheme,
                File file,
                Attempt attempt,
                Text done) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.scheme = scheme;
            this.file = file;
            this.attempt = attempt;
            this.done = done;
        }

        Answer answer(Changes.Outcome outcome, Letters.@Nullable Happening tell) {
            return switch (outcome) {
                case Changes.Outcome.Done(var number) -> {
                    if (tell != null) {
                        letters.tell(number, tell, Language.JA);
                    }
                    notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(done), number));
                    yield new Redirect("/staff/" + scheme + "/cases/" + number);
                }
                case Changes.Outcome.Refused(var faults) -> {
                    deeds.read(scheme, file);
                    yield desk.page(
                            frame,
                            desk.scheme(scheme),
                            file,
                            new Attempt(attempt.open(), attempt.answers(), attempt.reason(), errors(frame, faults)),
                            visitor);
                }
                case Changes.Outcome.Conflict _ ->
                    throw new Problem(
                            Problem.Kind.CONFLICT,
                            Text.of(
                                    "この案件の状態が、画面を開いたあとに変わっています。",
                                    "The state of this case has changed since the page was opened."),
                            Text.of("案件を開き直して、経過を確かめてください。", "Open the case again and read its history."));
                case Changes.Outcome.Unknown _ ->
                    throw Problem.notFound(Text.of("この番号の案件はありません。", "There is no case with this number."));
            };
        }
    }

    private static Errors errors(Frame frame, List<Fault> faults) {
        Errors errors = Errors.none();
        for (Fault fault : faults) {
            errors = errors.with(fault.field(), frame.say(fault.message()));
        }
        return errors;
    }

    static String clean(String typed) {
        String text = typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    @Bean
    static StaffMenuEntry schemesEntry(Schemes schemes, CaseListStore store) {
        return StaffMenuEntry.of(
                        Text.of("制度の受付と登録簿", "Schemes: cases and registers"),
                        Text.of("案件を探し、訂正し、取り下げる", "Find cases, correct and withdraw"),
                        "/staff/schemes",
                        Permission.HANDLE_CASES.name(),
                        10)
                .counting(() -> schemes.all().stream()
                        .mapToLong(scheme -> store.waiting(scheme.id()))
                        .sum());
    }

    @GetMapping("/staff/schemes")
    SchemesPage schemes(Frame frame, Visitor visitor) {
        Map<String, Long> mine = desk.mine();
        return new SchemesPage(
                frame,
                desk.handledBy(visitor).stream()
                        .map(scheme -> new SchemesPage.Row(
                                frame.say(scheme.title()),
                                frame.say(scheme.summary()),
                                "/staff/" + scheme.id(),
                                "/staff/" + scheme.id() + "?state=awaiting-confirmation",
                                frame.writing().number(desk.waiting(scheme)),
                                "/staff/" + scheme.id() + "?handler=me",
                                frame.writing().number(mine.getOrDefault(scheme.id(), 0L)),
                                scheme.confidential()))
                        .toList(),
                desk.refused().stream()
                        .map(folder -> new SchemesPage.Refused(
                                folder.folder(),
                                folder.problems().stream()
                                        .map(problem -> problem.in(frame.language()))
                                        .toList()))
                        .toList());
    }
}
