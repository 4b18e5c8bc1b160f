package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Answers;
import tsukasa.scheme.EntryRecorded;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.Submission;
import tsukasa.scheme.intake.CaseStore.NewCase;

@Component
class IntakeDesk implements Intake {
    static final String AWAITING = "awaiting-confirmation";
    static final String REGISTERED = "registered";
    static final Duration LINK_LIFE = Duration.ofDays(7);
    private final AnswerRules rules = new AnswerRules();
    private final Schemes schemes;
    private final CaseStore cases;
    private final EntryStore entries;
    private final SchemeMail mail;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final BulkEntry bulk;

    IntakeDesk(
            Schemes schemes,
            CaseStore cases,
            EntryStore entries,
            SchemeMail mail,
            Clock clock,
            ApplicationEventPublisher events,
            BulkEntry bulk) {
        this.schemes = schemes;
        this.cases = cases;
        this.entries = entries;
        this.mail = mail;
        this.clock = clock;
        this.events = events;
        this.bulk = bulk;
    }

    @Override
    public List<Fault> check(Scheme scheme, Map<String, Object> answers) {
        return rules.check(scheme, answers);
    }

    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public Receipt submit(Submission submission, Language language) {
        Scheme scheme = scheme(submission.scheme());
        cases.hold("sending " + scheme.id() + " " + submission.key());
        Map<String, String> before = cases.numbersByKey(scheme.id(), List.of(submission.key()));
        if (before.containsKey(submission.key())) {
            return new Receipt.Repeated(before.get(submission.key()));
        }
        List<Fault> faults = rules.check(scheme, submission.answers());
        if (!faults.isEmpty()) {
            return new Receipt.Refused(faults);
        }
        Statement says = Statement.of(scheme, submission.answers());
        Optional<String> standing = standing(scheme, says);
        return standing.isPresent()
                ? new Receipt.AlreadyRegistered(standing.get())
                : keep(scheme, submission, says, language);
    }

    private Optional<String> standing(Scheme scheme, Statement says) {
        return says.corporateNumber().isEmpty()
                ? Optional.empty()
                : entries.standingNumber(scheme.id(), says.corporateNumber(), today());
    }

    private Receipt keep(Scheme scheme, Submission submission, Statement says, Language language) {
        Instant now = now();
        FiscalYear year = FiscalYear.of(today());
        String number = CaseNumbers.format(scheme, year, cases.reserve(scheme.id(), year.year(), 1));
        NewCase made = new NewCase(
                number,
                scheme.id(),
                scheme.version(),
                AWAITING,
                says.subjectKey(number),
                says.name(),
                says.prefecture(),
                says.level(),
                submission.key(),
                AnswerRules.json(submission.answers()).toString(),
                scheme.confidential());
        Optional<Long> id = cases.insert(List.of(made), now).getFirst();
        if (id.isEmpty()) {
            return new Receipt.Repeated(Objects.requireNonNull(
                    cases.numbersByKey(scheme.id(), List.of(submission.key())).get(submission.key())));
        }
        cases.append(List.of(new CaseEvent(
                id.get(), 1, "received", null, says.level(), today(), now, submission.actor(), made.answers(), null)));
        String token = Token.fresh();
        cases.issue(Token.hash(token), id.get(), "confirm", now, now.plus(LINK_LIFE));
        mail.confirm(scheme, contact(scheme, submission.answers()), says.name(), number, token, language);
        return new Receipt.AwaitingConfirmation(number);
    }

    @Override
    @Transactional
    @Acts(as = Intake.ACTOR)
    public Confirmation confirm(String token, Language language) {
        Instant now = now();
        byte[] hash = Token.hash(token);
        Optional<CaseStore.TokenRow> row = cases.token(hash, "confirm", now);
        if (row.isEmpty() || row.get().expired() && row.get().usedAt() == null) {
            return new Confirmation.Expired();
        }
        CaseStore.CaseRow file = cases.lock(row.get().caseId()).orElseThrow();
        if (!file.state().equals(AWAITING)) {
            return new Confirmation.AlreadyDone(file.number());
        }
        Scheme scheme = schemes.version(file.scheme(), file.version()).orElseThrow();
        Map<String, Object> answers = Answers.parse(file.answers()).values();
        Statement says = Statement.of(scheme, answers);
        alone(file);
        Optional<String> standing = entries.standingNumber(file.scheme(), file.subjectKey(), today());
        if (standing.isPresent()) {
            return new Confirmation.Overtaken(standing.get());
        }
        register(scheme, file, says, now);
        cases.markUsed(hash, now);
        mail.registered(scheme, contact(scheme, answers), says.name(), file.number(), manage(file, now), language);
        return new Confirmation.Registered(file.number());
    }

    /// Two declarations of one subject take their turns, and none runs while a load enters many.
    private void alone(CaseStore.CaseRow file) {
        cases.share(everybody(file.scheme()));
        cases.hold("subject " + file.scheme() + " " + file.subjectKey());
    }

    static String everybody(String scheme) {
        return "subjects of " + scheme;
    }

    private String manage(CaseStore.CaseRow file, Instant now) {
        String token = Token.fresh();
        cases.issue(Token.hash(token), file.id(), "manage", now, now.plus(LINK_LIFE));
        return token;
    }

    private void register(Scheme scheme, CaseStore.CaseRow file, Statement says, Instant now) {
        CaseStore.LastEvent last = cases.last(file.id()).orElseThrow();
        LocalDate today = today();
        cases.append(List.of(new CaseEvent(
                file.id(), last.seq() + 1, "declared", null, says.level(), today, now, "public", "{}", last.hash())));
        cases.update(file.id(), REGISTERED, now);
        if (scheme.confidential()) {
            return;
        }
        entries.insert(
                List.of(new EntryStore.NewEntry(scheme.id(), file.subjectKey(), file.id(), file.number(), says, today)),
                now);
        events.publishEvent(new EntryRecorded(scheme.id(), file.number(), "declared", today));
    }

    @Override
    @Acts(as = Intake.ACTOR)
    public List<Receipt> submitAll(List<Submission> submissions) {
        List<Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < submissions.size(); from += BulkEntry.BATCH) {
            List<Submission> batch = submissions.subList(from, Math.min(submissions.size(), from + BulkEntry.BATCH));
            List<List<Fault>> checked = batch.parallelStream().map(this::faults).toList();
            receipts.addAll(bulk.enter(batch, checked, now(), today()));
        }
        return receipts;
    }

    private List<Fault> faults(Submission submission) {
        return schemes.find(submission.scheme())
                .map(scheme -> rules.check(scheme, submission.answers()))
                .orElseGet(() -> List.of(new Fault("", Text.of("この制度はありません。", "There is no such scheme."))));
    }

    private Scheme scheme(String id) {
        return schemes.find(id).orElseThrow(() -> new IllegalArgumentException("no scheme " + id));
    }

    static String contact(Scheme scheme, Map<String, Object> answers) {
        return answers.get(scheme.mailField()) instanceof String mail ? mail : "";
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }
}
