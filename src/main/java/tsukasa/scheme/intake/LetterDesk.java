package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Acts;
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
    private final SchemeMail mail;
    private final Clock clock;

    LetterDesk(Schemes schemes, CaseStore cases, SchemeMail mail, Clock clock) {
        this.schemes = schemes;
        this.cases = cases;
        this.mail = mail;
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
                    mail.manage(scheme, contact, file.name(), number, issue(file), language);
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
            mail.told(scheme, contact, file.name(), number, happening, issue(file), language);
        });
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
                .map(file ->
                        new Managed(file.number(), file.version(), !file.state().equals(IntakeDesk.REGISTERED)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
