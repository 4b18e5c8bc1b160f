package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.intake.CaseStore.CaseRow;

@Component
class LetterDesk implements Letters {
    private final Schemes schemes;
    private final CaseStore cases;
    private final HandlerStore handlers;
    private final People people;
    private final SchemeMail mail;
    private final HandlerMail handlerMail;
    private final Clock clock;

    LetterDesk(
            Schemes schemes,
            CaseStore cases,
            HandlerStore handlers,
            People people,
            SchemeMail mail,
            HandlerMail handlerMail,
            Clock clock) {
        this.schemes = schemes;
        this.cases = cases;
        this.handlers = handlers;
        this.people = people;
        this.mail = mail;
        this.handlerMail = handlerMail;
        this.clock = clock;
    }

    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public void mailManagementLink(String schemeId, String number, Language language) {
        cases.byNumber(number)
                .filter(file -> file.scheme().equals(schemeId) && file.state().equals(IntakeDesk.REGISTERED))
                .ifPresent(file -> {
                    Scheme scheme =
                            schemes.version(file.scheme(), file.version()).orElseThrow();
                    String contact = IntakeDesk.contact(
                            scheme, Answers.parse(file.answers()).values());
                    mail.manage(scheme, closed(file), contact, file.name(), number, issue(file), language);
                });
    }

    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public void tell(String number, Happening happening, Language language) {
        cases.byNumber(number).ifPresent(file -> {
            Scheme scheme = schemes.version(file.scheme(), file.version()).orElseThrow();
            String contact =
                    IntakeDesk.contact(scheme, Answers.parse(file.answers()).values());
            mail.told(scheme, closed(file), contact, file.name(), number, happening, issue(file), language);
        });
    }

    /// A handler who lost the role since is not told any more.
    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public void tellHandlers(String number, Happening happening) {
        cases.byNumber(number).ifPresent(file -> {
            boolean closed = closed(file);
            String department =
                    schemes.find(file.scheme()).flatMap(Scheme::department).orElse(null);
            handlers.present(file.id()).stream()
                    .flatMap(present -> people.find(present.person()).stream())
                    .filter(person -> person.mayFor(Permission.HANDLE_CASES, department))
                    .forEach(person -> handlerMail.happened(person, number, file.scheme(), happening, closed));
        });
    }

    private boolean closed(CaseRow file) {
        return !handlers.access(file.id()).equals("department");
    }

    private String issue(CaseRow file) {
        String token = Token.fresh();
        Instant now = now();
        cases.issue(Token.hash(token), file.id(), "manage", now, now.plus(IntakeDesk.LINK_LIFE));
        return token;
    }

    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public Optional<String> managementFor(String confirmation) {
        return cases.token(Token.hash(confirmation), "confirm", now())
                .filter(row -> !row.expired())
                .flatMap(row -> cases.byId(row.caseId()))
                .filter(file -> file.state().equals(IntakeDesk.REGISTERED))
                .map(this::issue);
    }

    @Override
    @Transactional(readOnly = true)
    @Acts(as = Intake.ACTOR)
    public Optional<Managed> managed(String token) {
        return cases.token(Token.hash(token), "manage", now())
                .filter(row -> !row.expired())
                .flatMap(row -> cases.byId(row.caseId()))
                .map(file -> new Managed(
                        file.number(),
                        file.version(),
                        file.name(),
                        Answers.parse(file.answers()),
                        LocalDate.ofInstant(cases.contentsSince(file.id()), Writing.JAPAN),
                        !file.state().equals(IntakeDesk.REGISTERED)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
