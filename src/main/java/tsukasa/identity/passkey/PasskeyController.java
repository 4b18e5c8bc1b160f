package tsukasa.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Admission;
import tsukasa.identity.BrowserName;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Proof;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.Visitor;
import tsukasa.identity.passkey.Challenge.Purpose;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// One's own passkeys.
@Controller
@Permit(value = Permission.SIGNED_IN, fresh = true)
class PasskeyController {
    private static final int MOST = 20;
    private final PasskeyStore passkeys;
    private final PasskeyDesk desk;
    private final Questions questions;
    private final RelyingParty party;
    private final SignInMeans means;
    private final AccessSettings settings;
    private final People people;
    private final Admission admission;
    private final Notices notices;

    PasskeyController(
            PasskeyStore passkeys,
            PasskeyDesk desk,
            Questions questions,
            RelyingParty party,
            SignInMeans means,
            AccessSettings settings,
            People people,
            Admission admission,
            Notices notices) {
        this.passkeys = passkeys;
        this.desk = desk;
        this.questions = questions;
        this.party = party;
        this.means = means;
        this.settings = settings;
        this.people = people;
        this.admission = admission;
        this.notices = notices;
    }

    @Permit(Permission.SIGNED_IN)
    @GetMapping("/me/passkeys")
    PasskeysPage list(Frame frame, Visitor visitor) {
        return new PasskeysPage(frame, passkeys.of(visitor.id()));
    }

    @GetMapping("/me/passkeys/new")
    NewPasskeyPage form(Frame frame, HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String name = frame.say(new BrowserName(agent).words());
        return new NewPasskeyPage(frame, name, party.possible(), Errors.none());
    }

    @PostMapping("/me/passkeys/question")
    ResponseEntity<Map<String, Object>> question(
            Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Person person = people.find(visitor.id()).orElseThrow(PasskeyController::noSuch);
        byte[] handle = passkeys.handle(person.id(), tsukasa.identity.Secret.bytes(32));
        return PasskeySignInController.json(
                questions.makeOne(person, handle, passkeys.of(person.id()), request, response));
    }

    @PostMapping("/me/passkeys")
    Answer add(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential) {
        Optional<String> called = name(name);
        if (called.isEmpty()) {
            return new NewPasskeyPage(frame, shortened(name), party.possible(), wrongName(frame));
        }
        if (passkeys.of(visitor.id()).size() >= MOST) {
            throw conflict(Text.of("パスキーは20個までです。", "You can have 20 passkeys."));
        }
        Challenge asked = questions.takeBack(Purpose.ADD, visitor.id(), request, response);
        return switch (desk.add(visitor.id(), credential, asked, called.get())) {
            case PasskeyDesk.Added.Done _ -> {
                admission.raise(Proof.Way.PASSKEY, request, response);
                yield done(frame, request, Text.of("パスキーを追加しました。", "The passkey was added."));
            }
            case PasskeyDesk.Added.Taken _ ->
                throw conflict(Text.of("このパスキーは、すでに登録されています。", "This passkey is registered already."));
            case PasskeyDesk.Added.Wrong(var why) ->
                throw new Problem(
                        Problem.Kind.NOT_ALLOWED, why, Text.of("前の画面に戻り、もう一度お試しください。", "Go back and try again."));
        };
    }

    @GetMapping("/me/passkeys/{id}")
    PasskeyPage one(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Passkey passkey = find(visitor, id);
        return new PasskeyPage(frame, passkey, passkey.name(), Errors.none());
    }

    @PostMapping("/me/passkeys/{id}")
    Answer rename(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name) {
        Passkey passkey = find(visitor, id);
        Optional<String> called = name(name);
        if (called.isEmpty()) {
            return new PasskeyPage(frame, passkey, shortened(name), wrongName(frame));
        }
        desk.rename(visitor.id(), id, called.get());
        return done(frame, request, Text.of("パスキーの名前を変えました。", "The passkey was renamed."));
    }

    @GetMapping("/me/passkeys/{id}/removal")
    PasskeyRemovalPage confirm(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Passkey passkey = find(visitor, id);
        SignInMeans.Means left = means.of(visitor.id());
        boolean last = !passkey.locked() && left.passkeys() == 1;
        boolean needed = last && !left.codes() && visitor.entrusted() && settings.secondFactorRequired();
        return new PasskeyRemovalPage(frame, passkey, last, needed);
    }

    @PostMapping("/me/passkeys/{id}/removal")
    Redirect remove(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        if (desk.remove(visitor.id(), id).isEmpty()) {
            throw noSuch();
        }
        return done(frame, request, Text.of("パスキーを削除しました。", "The passkey was removed."));
    }

    private Redirect done(Frame frame, HttpServletRequest request, Text words) {
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(words), null));
        return new Redirect("/me/passkeys");
    }

    private Passkey find(Visitor visitor, UUID id) {
        return passkeys.find(visitor.id(), id).orElseThrow(PasskeyController::noSuch);
    }

    private static Optional<String> name(String typed) {
        String text = typed.strip();
        boolean line = text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
        return text.isEmpty() || text.length() > 100 || !line ? Optional.empty() : Optional.of(text);
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(200, typed.length()));
    }

    private static Errors wrongName(Frame frame) {
        return Errors.none()
                .with("name", frame.say("名前を1文字から100文字までで入力してください。", "Enter a name of 1 to 100 characters."));
    }

    private static Problem conflict(Text what) {
        return new Problem(
                Problem.Kind.CONFLICT,
                what,
                Text.of("マイページの「パスキー」で、登録済みのものを確かめてください。", "See your passkeys on your page."));
    }

    private static Problem noSuch() {
        return Problem.notFound(Text.of("このパスキーはありません。", "There is no such passkey."));
    }
}
