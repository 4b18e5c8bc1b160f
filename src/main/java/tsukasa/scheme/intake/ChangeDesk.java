package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.EntryRecorded;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.intake.CaseStore.CaseRow;

@Component
class ChangeDesk implements Changes {
    private final AnswerRules rules = new AnswerRules();
    private final Schemes schemes;
    private final CaseStore cases;
    private final EntryStore entries;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeDesk(Schemes schemes, CaseStore cases, EntryStore entries, Clock clock, ApplicationEventPublisher events) {
        this.schemes = schemes;
        this.cases = cases;
        this.entries = entries;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Outcome change(String number, Map<String, Object> answers, String actor) {
        return amend(number, answers, actor, null);
    }

    @Override
    @Transactional
    public Outcome correct(String number, Map<String, Object> answers, String reason, String actor) {
        return reason.isBlank() ? missingReason() : amend(number, answers, actor, reason.strip());
    }

    private Outcome amend(String number, Map<String, Object> answers, String actor, @Nullable String reason) {
        Optional<CaseRow> found = registered(number);
        if (found.isEmpty()) {
            return cases.byNumber(number).isEmpty() ? new Outcome.Unknown() : new Outcome.Conflict();
        }
        CaseRow file = found.get();
        Scheme scheme = schemes.version(file.scheme(), file.version()).orElseThrow();
        List<Fault> faults = faults(scheme, file, answers, reason != null);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        Statement before = Statement.of(scheme, said(file));
        Statement after = Statement.of(scheme, answers);
        Instant now = now();
        LocalDate from =
                reason == null ? today() : entries.standsSince(file.id()).orElse(today());
        String kind = reason != null
                ? "corrected"
                : scheme.rank(after.level()) > scheme.rank(before.level()) ? "stepped-up" : "changed";
        String json = AnswerRules.json(answers).toString();
        says(scheme, file, after, from, now);
        cases.say(file.id(), after, json, now);
        append(file, kind, before.level(), after.level(), actor, reason == null ? json : withReason(reason), now);
        announce(scheme, number, kind, from);
        return new Outcome.Done(number);
    }

    /// What the register says of a case from the day on; of a confidential one it says nothing, ever.
    private void says(Scheme scheme, CaseRow file, Statement says, LocalDate from, Instant now) {
        if (!scheme.confidential()) {
            entries.end(file.id(), from, now);
            entries.insert(
                    List.of(new EntryStore.NewEntry(
                            scheme.id(), file.subjectKey(), file.id(), file.number(), says, from)),
                    now);
        }
    }

    private void announce(Scheme scheme, String number, String kind, LocalDate from) {
        if (!scheme.confidential()) {
            events.publishEvent(new EntryRecorded(scheme.id(), number, kind, from));
        }
    }

    private List<Fault> faults(Scheme scheme, CaseRow file, Map<String, Object> answers, boolean correction) {
        List<Fault> faults = new java.util.ArrayList<>(rules.check(scheme, answers));
        Statement after = Statement.of(scheme, answers);
        if (faults.isEmpty() && !after.subjectKey(file.number()).equals(file.subjectKey())) {
            faults.add(new Fault(
                    scheme.subjectField(),
                    Text.of(
                            "法人番号は変えられません。取り下げてから、新しく宣言してください。",
                            "The corporate number cannot be changed. Withdraw, then declare anew.")));
        }
        Statement before = Statement.of(scheme, said(file));
        if (faults.isEmpty() && !correction && scheme.rank(after.level()) < scheme.rank(before.level())) {
            faults.add(new Fault(
                    scheme.register().level(),
                    Text.of(
                            "段階は下げられません。取り下げてから、宣言し直してください。",
                            "A level cannot be lowered. Withdraw, then declare again.")));
        }
        return faults;
    }

    @Override
    @Transactional
    public Outcome withdraw(String number, String reason, String actor) {
        if (reason.isBlank()) {
            return missingReason();
        }
        Optional<CaseRow> found = registered(number);
        if (found.isEmpty()) {
            return cases.byNumber(number).isEmpty() ? new Outcome.Unknown() : new Outcome.Conflict();
        }
        CaseRow file = found.get();
        Scheme scheme = schemes.version(file.scheme(), file.version()).orElseThrow();
        String level = Statement.of(scheme, said(file)).level();
        Instant now = now();
        entries.end(file.id(), today(), now);
        cases.update(file.id(), "withdrawn", now);
        append(file, "withdrawn", level, null, actor, withReason(reason.strip()), now);
        announce(scheme, number, "withdrawn", today());
        return new Outcome.Done(number);
    }

    @Override
    @Transactional
    public Outcome restore(String number, String reason, String actor) {
        if (reason.isBlank()) {
            return missingReason();
        }
        Optional<CaseRow> found = locked(number, "withdrawn");
        if (found.isEmpty()) {
            return cases.byNumber(number).isEmpty() ? new Outcome.Unknown() : new Outcome.Conflict();
        }
        CaseRow file = found.get();
        cases.share(IntakeDesk.everybody(file.scheme()));
        cases.hold("subject " + file.scheme() + " " + file.subjectKey());
        if (entries.standingNumber(file.scheme(), file.subjectKey(), today()).isPresent()) {
            return new Outcome.Conflict();
        }
        Scheme scheme = schemes.version(file.scheme(), file.version()).orElseThrow();
        Statement says = Statement.of(scheme, said(file));
        LocalDate from = entries.saidSince(file.id()).orElse(today());
        Instant now = now();
        says(scheme, file, says, from, now);
        cases.update(file.id(), IntakeDesk.REGISTERED, now);
        append(file, "restored", null, says.level(), actor, withReason(reason.strip()), now);
        announce(scheme, number, "restored", today());
        return new Outcome.Done(number);
    }

    @Override
    @Transactional
    public Outcome note(String number, String words, String actor) {
        if (words.isBlank()) {
            return new Outcome.Refused(List.of(new Fault("note", Text.of("メモを入力してください。", "Write a note."))));
        }
        Optional<CaseRow> file = cases.byNumber(number).flatMap(found -> cases.lock(found.id()));
        if (file.isEmpty()) {
            return new Outcome.Unknown();
        }
        append(file.get(), "noted", null, null, actor, withReason(words.strip()), now());
        return new Outcome.Done(number);
    }

    private static Map<String, Object> said(CaseRow file) {
        return Answers.parse(file.answers()).values();
    }

    private Optional<CaseRow> registered(String number) {
        return locked(number, IntakeDesk.REGISTERED);
    }

    private Optional<CaseRow> locked(String number, String state) {
        return cases.byNumber(number)
                .flatMap(file -> cases.lock(file.id()))
                .filter(file -> file.state().equals(state));
    }

    private void append(
            CaseRow file,
            String kind,
            @Nullable String from,
            @Nullable String to,
            String actor,
            String payload,
            Instant now) {
        CaseStore.LastEvent last = cases.last(file.id()).orElseThrow();
        cases.append(List.of(
                new CaseEvent(file.id(), last.seq() + 1, kind, from, to, today(), now, actor, payload, last.hash())));
    }

    private static String withReason(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason).toString();
    }

    private static Outcome missingReason() {
        return new Outcome.Refused(List.of(new Fault("reason", Text.of("理由を入力してください。", "Enter a reason."))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }
}
