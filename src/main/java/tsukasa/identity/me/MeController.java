package tsukasa.identity.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
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
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.BrowserName;
import tsukasa.identity.Mandates;
import tsukasa.identity.Membership;
import tsukasa.identity.Organisation;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Recoveries;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInProviders;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

@Controller
@Permit(Permission.SIGNED_IN)
class MeController {
    private static final Action ENDED =
            Action.of("session.ended-elsewhere", "ほかの端末のサインインを終了", "Ended a session elsewhere");
    private static final int EVENTS = 10;
    private final People people;
    private final Organisations organisations;
    private final OwnSessions sessions;
    private final SecurityTrail trail;
    private final Recoveries recoveries;
    private final SignInProviders providers;
    private final Mandates mandates;
    private final Notices notices;
    private final AuditTrail audit;

    MeController(
            People people,
            Organisations organisations,
            OwnSessions sessions,
            SecurityTrail trail,
            Recoveries recoveries,
            SignInProviders providers,
            Mandates mandates,
            Notices notices,
            AuditTrail audit) {
        this.audit = audit;
        this.people = people;
        this.organisations = organisations;
        this.sessions = sessions;
        this.trail = trail;
        this.recoveries = recoveries;
        this.providers = providers;
        this.mandates = mandates;
        this.notices = notices;
    }

    @Bean
    static KnownActions meActions() {
        return KnownActions.of(ENDED);
    }

    @GetMapping("/me")
    MePage me(Frame frame, Visitor visitor, HttpServletRequest request) {
        Person person = person(visitor);
        return page(
                frame,
                visitor,
                request,
                person,
                person.displayName(),
                person.language().tag(),
                Errors.none());
    }

    @PostMapping("/me")
    Answer describe(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language) {
        Optional<String> line = Typed.line(name, 100).filter(text -> !text.isEmpty());
        Optional<Language> spoken = language(language);
        if (line.isPresent() && spoken.isPresent()) {
            people.describe(visitor.id(), line.get(), spoken.get());
            notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("保存しました。", "Saved."), null));
            return new Redirect("/me");
        }
        Errors errors = Errors.none();
        if (line.isEmpty()) {
            errors = errors.with(
                    "name", frame.say("表示名を1文字から100文字までで入力してください。", "Enter a name of 1 to 100 characters."));
        }
        if (spoken.isEmpty()) {
            errors = errors.with("language", frame.say("言語を選んでください。", "Choose a language."));
        }
        return page(frame, visitor, request, person(visitor), Typed.shown(name), language, errors);
    }

    @PostMapping("/me/sessions/{name}/end")
    Redirect endSession(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String name) {
        if (!sessions.end(visitor.id(), name)) {
            throw Problem.notFound(Text.of("このサインインは、すでに終わっています。", "That session has already ended."));
        }
        audit.record(Deed.did(ENDED, Thing.of("person", visitor.id(), visitor.displayName())));
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("サインインを終わらせました。", "The session was ended."), null));
        return new Redirect("/me");
    }

    @PostMapping("/me/sessions/end-others")
    Redirect endOthers(Frame frame, Visitor visitor, HttpServletRequest request) {
        int ended = sessions.endOthers(visitor.id(), request.getSession().getId());
        if (ended > 0) {
            trail.note(visitor.id(), SecurityEvent.Kind.SESSIONS_ENDED, String.valueOf(ended));
        }
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say("ほかのサインインを" + ended + "件終わらせました。", "Other sessions ended: " + ended + "."),
                        null));
        return new Redirect("/me");
    }

    private Person person(Visitor visitor) {
        return people.find(visitor.id())
                .orElseThrow(() -> Problem.notFound(Text.of("アカウントが見つかりません。", "Your account was not found.")));
    }

    private static Optional<Language> language(String tag) {
        return switch (tag) {
            case "ja" -> Optional.of(Language.JA);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private MePage page(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Person person,
            String name,
            String language,
            Errors errors) {
        HttpSession session = request.getSession(false);
        List<MePage.Device> devices = sessions.of(person.id(), session == null ? null : session.getId()).stream()
                .map(one -> new MePage.Device(
                        one.name(),
                        frame.say(new BrowserName(one.device()).words()),
                        frame.say(one.proof().way().title()),
                        one.proof().level(),
                        one.since(),
                        one.lastUsed(),
                        one.present()))
                .toList();
        return new MePage(
                frame,
                person,
                name,
                language,
                errors,
                acting(frame, visitor),
                delegated(frame, visitor),
                devices,
                visitor.entrusted(),
                recoveries.underWay(person.id()),
                trail.latest(person.id(), EVENTS),
                !providers.choices().isEmpty());
    }

    private List<MePage.Delegated> delegated(Frame frame, Visitor visitor) {
        return mandates.held(visitor.id()).stream()
                .map(held -> new MePage.Delegated(
                        held.mandate().giverName(),
                        held.mandate().delegateName(),
                        frame.say(held.mandate().extent().title()),
                        "/me/acting-for/" + held.giver(),
                        held.giver().equals(visitor.organisation())))
                .toList();
    }

    private List<MePage.Acting> acting(Frame frame, Visitor visitor) {
        List<Membership> memberships = organisations.membershipsOf(visitor.id());
        Map<UUID, Organisation> all = organisations.findAll(
                memberships.stream().map(Membership::organisation).toList());
        List<MePage.Acting> acting = new ArrayList<>();
        for (Membership membership : memberships) {
            Organisation organisation = all.get(membership.organisation());
            if (organisation != null) {
                acting.add(new MePage.Acting(
                        organisation,
                        frame.say(membership.part().title()),
                        organisation.id().equals(visitor.organisation())));
            }
        }
        return acting;
    }
}
