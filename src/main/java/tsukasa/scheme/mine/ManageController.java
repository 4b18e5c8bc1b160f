package tsukasa.scheme.mine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.mail.Outbox;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.DailyLimits;
import tsukasa.scheme.Drafts;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;

/// The way to one's own entry, and what can be done with it.
@Controller
class ManageController {
    private static final String RESTORED = "本人が取下げを取り消した";
    private static final int LONGEST_REASON = 500;
    private static final int PER_ENTRY_AND_DAY = 5;
    private final OwnDesk own;
    private final Letters letters;
    private final Registers registers;
    private final Drafts drafts;
    private final Changes changes;
    private final DailyLimits limits;
    private final Outbox outbox;
    private final Notices notices;

    ManageController(
            OwnDesk own,
            Letters letters,
            Registers registers,
            Drafts drafts,
            Changes changes,
            DailyLimits limits,
            Outbox outbox,
            Notices notices) {
        this.own = own;
        this.letters = letters;
        this.registers = registers;
        this.drafts = drafts;
        this.changes = changes;
        this.limits = limits;
        this.outbox = outbox;
        this.notices = notices;
    }

    @GetMapping("/{scheme}/manage")
    ManagePage ask(Frame frame, @PathVariable String scheme, @RequestParam(defaultValue = "") String number) {
        return new ManagePage(frame, own.scheme(scheme), normal(number), Errors.none());
    }

    /// Says the same whether there is such an entry or not; only its registered contact learns more.
    @PostMapping("/{scheme}/manage")
    Answer send(Frame frame, @PathVariable String scheme, @RequestParam(defaultValue = "") String number) {
        Scheme found = own.scheme(scheme);
        String asked = normal(number);
        if (asked.isEmpty()) {
            return new ManagePage(
                    frame,
                    found,
                    "",
                    Errors.none().with("number", frame.say("登録の番号を入力してください。", "Enter the number of the entry.")));
        }
        if (limits.allow("manage " + found.id() + " " + asked, PER_ENTRY_AND_DAY)) {
            letters.mailManagementLink(found.id(), asked, frame.language());
        }
        return new Redirect("/" + found.id() + "/manage/sent" + (frame.simulated() ? letter(found, asked) : ""));
    }

    /// Numbers are typed as they are read: in full width, in small letters, with spaces.
    private static String normal(String typed) {
        String text = typed.length() > 60 ? typed.substring(0, 60) : typed;
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9-]", "");
    }

    /// In a demonstration there is no mailbox: the newest letter to the contact can be opened from the next page.
    private String letter(Scheme scheme, String number) {
        return registers
                .allAnswers(scheme.id(), number)
                .map(answers -> new Answers(answers).text(scheme.mailField()))
                .flatMap(mail -> outbox.list(new Outbox.Wanted(mail, Optional.empty(), 1)).letters().stream()
                        .filter(letter -> letter.to().value().equalsIgnoreCase(mail))
                        .findFirst())
                .map(letter -> "?letter=" + letter.id().value())
                .orElse("");
    }

    @GetMapping("/{scheme}/manage/sent")
    ManageSentPage sent(Frame frame, @PathVariable String scheme, @RequestParam Optional<java.util.UUID> letter) {
        return new ManageSentPage(
                frame,
                own.scheme(scheme),
                frame.simulated() ? letter.map(id -> "/demo/letters/" + id) : Optional.empty());
    }

    @GetMapping("/{scheme}/manage/{token}")
    Answer entry(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        OwnEntry entry = own.openAny(scheme, token, response);
        if (entry.withdrawn()) {
            return new WithdrawnPage(
                    frame, entry.scheme(), entry.entry().number(), entry.entry().name(), entry.path());
        }
        return new OwnEntryPage(frame, entry.scheme(), entry.entry(), entry.level(), entry.highest(), entry.path());
    }

    @PostMapping("/{scheme}/manage/{token}/change")
    Redirect change(HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        OwnEntry entry = own.open(scheme, token, response);
        return new Redirect(drafts.forChange(
                entry.scheme(), entry.entry().number(), entry.answers().values()));
    }

    @GetMapping("/{scheme}/manage/{token}/withdrawal")
    WithdrawalPage withdrawal(
            Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        return withdrawal(frame, own.open(scheme, token, response), "", Errors.none());
    }

    private static WithdrawalPage withdrawal(Frame frame, OwnEntry entry, String reason, Errors errors) {
        return new WithdrawalPage(
                frame, entry.scheme(), entry.entry().number(), entry.entry().name(), reason, errors, entry.path());
    }

    @PostMapping("/{scheme}/manage/{token}/withdrawal")
    Answer withdraw(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason) {
        OwnEntry entry = own.open(scheme, token, response);
        String said = clean(reason);
        if (said.isEmpty()) {
            return withdrawal(
                    frame,
                    entry,
                    "",
                    Errors.none().with("reason", frame.say("取り下げる理由を入力してください。", "Say why you withdraw.")));
        }
        return switch (Walls.as(
                Intake.ACTOR, () -> changes.withdraw(entry.entry().number(), said, "public"))) {
            case Changes.Outcome.Done(var number) -> withdrawn(frame, request, entry, number);
            case Changes.Outcome.Refused(var faults) -> withdrawal(frame, entry, said, errors(frame, faults));
            case Changes.Outcome.Conflict() -> new Redirect(entry.path());
            case Changes.Outcome.Unknown() -> new Redirect(entry.path());
        };
    }

    private Redirect withdrawn(Frame frame, HttpServletRequest request, OwnEntry entry, String number) {
        letters.tell(number, Letters.Happening.WITHDRAWN, frame.language());
        letters.tellHandlers(number, Letters.Happening.WITHDRAWN);
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(number + " を取り下げました。", number + " has been withdrawn."),
                        frame.say(
                                "間違えたときは、この画面から7日以内に取り消せます。",
                                "If that was a mistake, take it back on this page within 7 days.")));
        return new Redirect(entry.path());
    }

    @PostMapping("/{scheme}/manage/{token}/restoration")
    Answer restore(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String token) {
        OwnEntry entry = own.openAny(scheme, token, response);
        return switch (Walls.as(
                Intake.ACTOR, () -> changes.restore(entry.entry().number(), RESTORED, "public"))) {
            case Changes.Outcome.Done(var number) -> {
                letters.tell(number, Letters.Happening.RESTORED, frame.language());
                letters.tellHandlers(number, Letters.Happening.RESTORED);
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE,
                                frame.say("取下げを取り消しました。", "The withdrawal was taken back."),
                                entry.scheme().confidential()
                                        ? number
                                        : frame.say(
                                                number + " は、続けて登録簿に載っています。",
                                                number + " stands in the register as before.")));
                yield new Redirect(entry.path());
            }
            case Changes.Outcome.Refused _ -> new Redirect(entry.path());
            case Changes.Outcome.Unknown() -> new Redirect(entry.path());
            case Changes.Outcome.Conflict() -> {
                if (!entry.withdrawn()) {
                    yield new Redirect(entry.path());
                }
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        Text.of("取下げのあと、同じ事業者が新しく登録されています。", "The same business was registered anew since."),
                        Text.of("いまの登録を、登録簿で確かめてください。", "See the register for what stands now."));
            }
        };
    }

    private static Errors errors(Frame frame, Iterable<Fault> faults) {
        Errors errors = Errors.none();
        for (Fault fault : faults) {
            errors = errors.with("reason", frame.say(fault.message()));
        }
        return errors;
    }

    private static String clean(String typed) {
        String text = typed.length() > LONGEST_REASON ? typed.substring(0, LONGEST_REASON) : typed;
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n]]", "").strip();
    }
}
