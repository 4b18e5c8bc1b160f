package tsukasa.scheme.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.scheme.Handling.Outcome;
import tsukasa.scheme.Handling.Where;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.casework.CaseDesk.Attempt;
import tsukasa.scheme.casework.CaseDesk.Open;
import tsukasa.scheme.casework.CaseListStore.File;

/// Who handles a case: taken, given, handed over, laid down; and who sees it.
@Controller
@Permit(Permission.HANDLE_CASES)
class HandlerController {
    private final CaseDesk desk;
    private final HandlerDesk handlers;
    private final AuditedCases deeds;
    private final Notices notices;

    HandlerController(CaseDesk desk, HandlerDesk handlers, AuditedCases deeds, Notices notices) {
        this.desk = desk;
        this.handlers = handlers;
        this.deeds = deeds;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry mineEntry(HandlerListStore store) {
        return StaffMenuEntry.of(
                        Text.of("自分の担当", "Cases of mine"),
                        Text.of("担当している案件を、制度をまたいで見る", "See the cases you handle, over all schemes"),
                        "/staff/schemes/mine",
                        Permission.HANDLE_CASES.name(),
                        9)
                .counting(store::countOfMine);
    }

    @GetMapping("/staff/schemes/mine")
    @Reads(AuditedCases.LIST)
    MinePage mine(Frame frame, Visitor visitor) {
        deeds.listedOwn();
        return handlers.mine(frame);
    }

    @PostMapping("/staff/{scheme}/cases/{number}/take")
    Answer take(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number) {
        Tried tried = tried(frame, visitor, request, scheme, number, Attempt.none(Open.NOTHING));
        return tried.answer(deeds.take(tried.file, visitor), Text.of("引き受けました。", "The case is yours."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/handlers")
    @Permit(Permission.SUPERVISE_CASES)
    Answer assign(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String where) {
        Attempt attempt = new Attempt(Open.ASSIGNMENT, Map.of("person", person, "where", where), "", Errors.none());
        Tried tried =
                tried(frame, visitor, request, desk.supervised(scheme, visitor).id(), number, attempt);
        Optional<UUID> chosen = Colleagues.chosen(person);
        if (chosen.isEmpty()) {
            return tried.nobodyChosen();
        }
        Where others = where.equals(HandlingDeeds.INSTEAD) ? Where.INSTEAD_OF_OTHERS : Where.BESIDES_OTHERS;
        return tried.answer(
                deeds.assign(List.of(number), chosen.get(), others, visitor).getFirst(),
                Text.of("担当者を決めました。", "The case was assigned."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/handlers/{person}/removal")
    @Permit(Permission.SUPERVISE_CASES)
    Answer remove(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String word) {
        String said = CaseController.clean(word);
        Attempt attempt = new Attempt(Open.REMOVAL, Map.of("person", person), said, Errors.none());
        Tried tried =
                tried(frame, visitor, request, desk.supervised(scheme, visitor).id(), number, attempt);
        UUID chosen = Colleagues.chosen(person).orElseThrow(HandlerController::nobody);
        return tried.answer(
                deeds.relieve(tried.file, chosen, said, visitor), Text.of("担当から外しました。", "They were relieved."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/handover")
    Answer handOver(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String word) {
        String said = CaseController.clean(word);
        Attempt attempt = new Attempt(Open.HANDOVER, Map.of("person", person), said, Errors.none());
        Tried tried = tried(frame, visitor, request, scheme, number, attempt);
        Optional<UUID> chosen = Colleagues.chosen(person);
        return chosen.isEmpty()
                ? tried.nobodyChosen()
                : tried.answer(
                        deeds.handOver(tried.file, chosen.get(), said, visitor),
                        Text.of("引き継ぎました。", "The case was handed over."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/release")
    Answer release(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String word) {
        String said = CaseController.clean(word);
        Tried tried = tried(
                frame, visitor, request, scheme, number, new Attempt(Open.RELEASE, Map.of(), said, Errors.none()));
        return tried.answer(
                deeds.relieve(tried.file, visitor.id(), said, visitor),
                Text.of("担当を外れました。", "You laid the case down."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/restriction")
    Answer restrict(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        String said = CaseController.clean(reason);
        Tried tried = tried(
                frame, visitor, request, scheme, number, new Attempt(Open.RESTRICTION, Map.of(), said, Errors.none()));
        return tried.answer(
                deeds.restrict(tried.file, said, visitor),
                Text.of("担当者だけに限りました。", "The case is restricted to its handlers."));
    }

    @PostMapping("/staff/{scheme}/cases/{number}/opening")
    @Permit(Permission.SUPERVISE_CASES)
    Answer open(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String scheme,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        String said = CaseController.clean(reason);
        Attempt attempt = new Attempt(Open.OPENING, Map.of(), said, Errors.none());
        Tried tried =
                tried(frame, visitor, request, desk.supervised(scheme, visitor).id(), number, attempt);
        return tried.answer(
                deeds.reopen(tried.file, said, visitor),
                Text.of("部署に戻しました。", "The case is open to its department again."));
    }

    /// Many at once; the page says what became of each.
    @PostMapping("/staff/{scheme}/handlers")
    @Permit(Permission.SUPERVISE_CASES)
    AssignedPage assignMany(
            Frame frame,
            Visitor visitor,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String where) {
        return handlers.assigned(frame, desk.supervised(scheme, visitor), number, person, where, visitor);
    }

    private static Problem nobody() {
        return Problem.notFound(Text.of("この人は担当していません。", "This person does not handle the case."));
    }

    private Tried tried(
            Frame frame, Visitor visitor, HttpServletRequest request, String scheme, String number, Attempt attempt) {
        Scheme found = desk.scheme(scheme, visitor);
        return new Tried(frame, visitor, request, found, desk.file(found, number), attempt);
    }

    /// A deed that was tried, and what it is answered with.
    private final class Tried {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final Scheme scheme;
        private final File file;
        private final Attempt attempt;

        Tried(Frame frame, Visitor visitor, HttpServletRequest request, Scheme scheme, File file, Attempt attempt) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.scheme = scheme;
            this.file = file;
            this.attempt = attempt;
        }

        Answer nobodyChosen() {
            return again(Errors.none().with("person", frame.say("相手を選んでください。", "Choose somebody.")));
        }

        private Answer again(Errors errors) {
            Attempt wrong = new Attempt(attempt.open(), attempt.answers(), attempt.reason(), errors);
            deeds.read(scheme.id(), file);
            return desk.page(frame, scheme, file, wrong, visitor);
        }

        Answer answer(Outcome outcome, Text done) {
            return switch (outcome) {
                case Outcome.Done(var number, var name) ->
                    told(Notice.Kind.DONE, frame.say(done), name.isEmpty() ? number : number + "　" + name);
                case Outcome.Taken(var _, var names) ->
                    told(
                            Notice.Kind.WARNING,
                            frame.say("ほかの人が担当しています。何も変えていません。", "Somebody else handles it. Nothing was changed."),
                            names);
                case Outcome.Already(var number, var _) ->
                    told(Notice.Kind.WARNING, frame.say("すでにそうなっています。", "It was so before."), number);
                case Outcome.Refused(var _, var fault) ->
                    again(Errors.none().with(fault.field(), frame.say(fault.message())));
                case Outcome.Unknown _ ->
                    throw Problem.notFound(Text.of("この番号の案件はありません。", "There is no case with this number."));
            };
        }

        /// Whoever gave a restricted case away goes on to the list: the case is not there for them any more.
        private Redirect told(Notice.Kind kind, String title, String detail) {
            notices.leave(request, new Notice(kind, title, detail));
            String list = "/staff/" + scheme.id();
            return new Redirect(desk.sees(scheme, file.number()) ? list + "/cases/" + file.number() : list);
        }
    }
}
